package dev.varangian.conformance.check;

import dev.varangian.spi.Example;
import dev.varangian.spi.context.Geometry;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The example that a component declares is what it computes.
 *
 * @param evaluation how components of the kind are applied to an example
 */
public record ReproducesExample<T>(Evaluation<T> evaluation) implements Check<T> {
  private static final double TOLERANCE = 1e-6;

  /** Applies a component to the vectors of an example. */
  @FunctionalInterface
  public interface Evaluation<T> {
    /** What comes out, vector by vector. */
    List<float[]> of(T component, float[][] input, int f);
  }

  @Override
  public String claim() {
    return "reproduces its worked example";
  }

  @Override
  public void on(Subject<T> subject) {
    Example example =
        subject
            .component()
            .documentation()
            .example()
            .orElseThrow(() -> new Inapplicable("it declares no worked example"));
    if (!subject.values().isEmpty()) {
      throw new Inapplicable("the example has its own parameters");
    }
    float[][] input = floats(example.input());
    T component =
        subject
            .with(example.parameters())
            .make(new Geometry(input.length, example.f(), input[0].length))
            .component();
    float[][] expected = floats(example.output());
    float[][] seen = evaluation.of(component, input, example.f()).toArray(float[][]::new);
    if (!near(expected, seen, TOLERANCE * (1 + Vectors.greatest(input)))) {
      throw new Violation("for " + example.text() + " it gives " + text(seen), text(expected));
    }
  }

  private static float[][] floats(List<List<Double>> vectors) {
    float[][] floats = new float[vectors.size()][];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = new float[vectors.get(i).size()];
      for (int j = 0; j < floats[i].length; j++) {
        floats[i][j] = vectors.get(i).get(j).floatValue();
      }
    }
    return floats;
  }

  private static boolean near(float[][] expected, float[][] seen, double tolerance) {
    boolean near = expected.length == seen.length;
    for (int i = 0; near && i < expected.length; i++) {
      near = expected[i].length == seen[i].length;
      for (int j = 0; near && j < expected[i].length; j++) {
        near =
            Float.compare(expected[i][j], seen[i][j]) == 0
                || Math.abs(expected[i][j] - seen[i][j]) <= tolerance;
      }
    }
    return near;
  }

  private static String text(float[][] vectors) {
    return vectors.length == 0
        ? "nothing"
        : Arrays.stream(vectors).map(Vectors::text).collect(Collectors.joining(" "));
  }
}
