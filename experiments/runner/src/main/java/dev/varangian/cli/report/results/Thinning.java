package dev.varangian.cli.report.results;

/**
 * How a curve is shortened to what a screen shows.
 *
 * @param step every how many-th value of the test set is kept
 * @param block how many rounds are averaged to one value of what is measured in every round
 */
public record Thinning(int step, int block) {
  /** A plot is hardly wider. */
  private static final int MOST_POINTS = 500;

  /** Of noisy curves a dozen are readable together with so many points. */
  private static final int MOST_MEANS = 100;

  /** For values of the test set in at most so many rounds of a run. */
  public static int step(int values) {
    return parts(values, MOST_POINTS);
  }

  /** For runs of at most so many rounds. */
  public static int block(int rounds) {
    return parts(rounds, MOST_MEANS);
  }

  /** For the weights of a run's agents, of which there are many for each run. */
  public static int wide(int block) {
    return 2 * block;
  }

  /** The one that leaves less. */
  public Thinning and(Thinning other) {
    return new Thinning(Math.max(step, other.step), Math.max(block, other.block));
  }

  private static int parts(int rounds, int mostPoints) {
    return Math.max(1, (rounds + mostPoints - 1) / mostPoints);
  }
}
