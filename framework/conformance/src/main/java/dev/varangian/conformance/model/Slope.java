package dev.varangian.conformance.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Central finite differences of a loss that is computed in float. Several step lengths are tried:
 * long steps suffer from curvature and may cross the kink of an activation; short steps suffer from
 * rounding and are then skipped. A slope is accepted if one of them confirms it.
 */
final class Slope {
  private static final double LONGEST = 1.0 / 8;
  private static final double SHORTEST = 1.0 / 4096;

  /** The allowed relative error of a derivative. */
  private static final double RELATIVE = 0.01;

  /** The relative error of a loss in float. */
  private static final double ROUNDING = 5e-7;

  /** The allowed ratio of rounding to slope. */
  private static final double SMALL = 0.1;

  private final float[] weights;
  private final ToDoubleFunction<float[]> loss;

  /**
   * @param weights the point of the slope
   */
  Slope(float[] weights, ToDoubleFunction<float[]> loss) {
    this.weights = weights;
    this.loss = loss;
  }

  /**
   * Returns the finite differences along a direction, from the longest step to the shortest; empty
   * if one of them is as expected or the slope is too small to measure.
   */
  List<Double> unlike(float[] direction, double expected) {
    List<Double> differences = new ArrayList<>();
    for (double step = LONGEST; step >= SHORTEST; step /= 2) {
      double above = loss.applyAsDouble(moved(direction, step));
      double below = loss.applyAsDouble(moved(direction, -step));
      double difference = (above - below) / (2 * step);
      double rounding = ROUNDING * Math.max(Math.abs(above), Math.abs(below)) / (2 * step);
      double size = Math.max(Math.abs(difference), Math.abs(expected));
      if (rounding > SMALL * size) {
        break;
      }
      if (Math.abs(difference - expected) <= rounding + RELATIVE * size) {
        return List.of();
      }
      differences.add(difference);
    }
    return List.copyOf(differences);
  }

  /**
   * Returns whether a slope would be larger than the rounding of the loss.
   *
   * @param expected the slope
   */
  boolean canBeSeen(double expected) {
    double rounding = ROUNDING * Math.abs(loss.applyAsDouble(weights)) / (2 * LONGEST);
    return rounding <= SMALL * Math.abs(expected);
  }

  private float[] moved(float[] direction, double step) {
    float[] moved = weights.clone();
    for (int i = 0; i < moved.length; i++) {
      moved[i] += (float) (step * direction[i]);
    }
    return moved;
  }
}
