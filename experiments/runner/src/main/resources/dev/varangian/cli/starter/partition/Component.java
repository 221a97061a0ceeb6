package example.{{package}};

import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Samples;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Shares of unequal size: the samples are shuffled and dealt out so that agent i = 1, ..., n has a
 * part of them in proportion to
 *
 * <pre>i^-s</pre>
 *
 * <p>and at least one. A start: put your rule here, with its paper.
 */
public final class {{class}} implements Partition {

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(value = "s, how unequal the shares are; 0 for equal ones", defaultValue = "1", min = 0)
          double exponent) {}

  private final Parameters parameters;
  private final Randomness randomness;

  @Inject
  {{class}}(Parameters parameters, Randomness randomness) {
    this.parameters = parameters;
    this.randomness = randomness;
  }

  @Override
  public List<Part> split(Samples training, int agents) {
    int size = training.size();
    if (size < agents) {
      throw new ConfigurationException(
          "expected at least one sample for each of " + agents + " agents, not " + size);
    }
    int[] order = shuffled(size);
    double[] sums = new double[agents + 1];
    for (int i = 1; i <= agents; i++) {
      sums[i] = sums[i - 1] + StrictMath.pow(i, -parameters.exponent());
    }
    // Each agent has one sample beforehand; the others follow the power law.
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < agents; i++) {
      int from = i + (int) ((size - agents) * (sums[i] / sums[agents]));
      int to = i + 1 + (int) ((size - agents) * (sums[i + 1] / sums[agents]));
      parts.add(Part.of(Arrays.copyOfRange(order, from, to)));
    }
    return parts;
  }

  /** The numbers 0 to size-1 in an order that depends on the run's seed alone. */
  private int[] shuffled(int size) {
    int[] order = new int[size];
    Draws draws = randomness.at(0);
    for (int i = 0; i < size; i++) {
      int j = draws.below(i + 1, i);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
