package example.{{package}};

import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;

/**
 * Three classes of points in the plane. Those of class c are normal around (cos a, sin a) with a =
 * 2 pi c / 3.
 *
 * <p>A start: put your data here. Files are declared by {@code @DataFiles} and opened by {@code
 * DataFolder}.
 */
public final class {{class}} implements Dataset {
  private static final int CLASSES = 3;
  private static final int TRAINING = 3000;
  private static final int TEST = 600;

  /** The parameters of {@code {{name}}}. */
  public record Parameters(
      @Param(value = "the standard deviation of each cloud", defaultValue = "0.4", min = 0)
          double spread) {}

  private final Samples training;
  private final Samples test;

  @Inject
  {{class}}(Parameters parameters) {
    this.training = new Clouds(TRAINING, parameters.spread(), new Randomness(1, "training"));
    this.test = new Clouds(TEST, parameters.spread(), new Randomness(1, "test"));
  }

  @Override
  public Shape inputShape() {
    return Shape.of(2);
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public Samples training() {
    return training;
  }

  @Override
  public Samples test() {
    return test;
  }

  /** Drawn anew whenever they are read, always the same ones. */
  private record Clouds(int size, double spread, Randomness noise) implements Samples {

    @Override
    public void readInput(int index, float[] to, int offset) {
      Draws draws = noise.at(index);
      double angle = 2 * Math.PI * (index % CLASSES) / CLASSES;
      // StrictMath gives the same bits on every machine.
      to[offset] = (float) (StrictMath.cos(angle) + spread * draws.gaussian(0));
      to[offset + 1] = (float) (StrictMath.sin(angle) + spread * draws.gaussian(1));
    }

    @Override
    public void readTarget(int index, float[] to, int offset) {
      to[offset] = index % CLASSES;
    }
  }
}
