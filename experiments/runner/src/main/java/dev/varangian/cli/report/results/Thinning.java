package dev.varangian.cli.report.results;

/**
 * How many points of a curve are kept, so that the page stays small.
 *
 * @param step every {@code step}-th value on the test set is kept
 * @param block how many rounds are averaged into one point of a measure taken in every round
 */
public record Thinning(int step, int block) {
  /** Few plots are wider, in pixels. */
  private static final int MOST_POINTS = 500;

  /** A dozen noisy curves in one plot stay readable with this many points. */
  private static final int MOST_MEANS = 100;

  /** The step for runs with at most {@code values} values on the test set. */
  public static int step(int values) {
    return parts(values, MOST_POINTS);
  }

  /** The block for runs of at most {@code rounds} rounds. */
  public static int block(int rounds) {
    return parts(rounds, MOST_MEANS);
  }

  /** The block for the weights of agents, of which a run has many. */
  public static int wide(int block) {
    return 2 * block;
  }

  /** The coarser of the two. */
  public Thinning and(Thinning other) {
    return new Thinning(Math.max(step, other.step), Math.max(block, other.block));
  }

  private static int parts(int rounds, int mostPoints) {
    return Math.max(1, (rounds + mostPoints - 1) / mostPoints);
  }
}
