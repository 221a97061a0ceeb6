package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;
import java.util.Random;

/**
 * An input of an example.
 *
 * @param draw makes its values
 * @param differentiable whether the result has a gradient with respect to it
 */
record Leaf(Shape shape, Draw draw, boolean differentiable) {

  /** Makes values, away from what its operation is not differentiable at. */
  @FunctionalInterface
  interface Draw {
    float[] values(Random random, int size);
  }

  /** Values in [-1, 1). */
  static Leaf of(int... dimensions) {
    return of(Shape.of(dimensions));
  }

  /** Values in [-1, 1). */
  static Leaf of(Shape shape) {
    return new Leaf(shape, (random, size) -> values(size, i -> spread(random)), true);
  }

  /** Values at least 0.1 away from 0. */
  static Leaf awayFromZero(int... dimensions) {
    return new Leaf(
        Shape.of(dimensions),
        (random, size) ->
            values(
                size,
                i -> {
                  float x = spread(random);
                  return x + Math.copySign(0.1f, x);
                }),
        true);
  }

  /** Values of which no two are nearer than 0.1. */
  static Leaf apart(int... dimensions) {
    return new Leaf(Shape.of(dimensions), Leaf::shuffledSteps, true);
  }

  /** Whole numbers from 0 to count - 1. */
  static Leaf classes(int count, int samples) {
    return new Leaf(
        Shape.of(samples), (random, size) -> values(size, i -> random.nextInt(count)), false);
  }

  float[] values(Random random) {
    return draw.values(random, shape.size());
  }

  private static float spread(Random random) {
    return 2 * random.nextFloat() - 1;
  }

  private static float[] shuffledSteps(Random random, int size) {
    float[] steps = values(size, i -> 0.1f * (i - size / 2));
    for (int i = size - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      float step = steps[i];
      steps[i] = steps[j];
      steps[j] = step;
    }
    return steps;
  }

  private interface ByIndex {
    float at(int index);
  }

  private static float[] values(int size, ByIndex value) {
    float[] values = new float[size];
    for (int i = 0; i < size; i++) {
      values[i] = value.at(i);
    }
    return values;
  }
}
