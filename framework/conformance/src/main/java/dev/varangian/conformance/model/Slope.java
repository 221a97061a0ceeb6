package dev.varangian.conformance.model;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Central finite differences of a loss that is computed in float. Steps of several lengths are
 * taken: long ones bend, and some cross the kink of an activation; short ones drown in rounding and
 * are left out then. A slope is believed that one of them confirms.
 */
final class Slope {
  private static final double LONGEST = 1.0 / 8;
  private static final double SHORTEST = 1.0 / 4096;

  /** What a derivative may be off relative to its size. */
  private static final double RELATIVE = 0.01;

  /** What a loss in float may be off relative to its size. */
  private static final double ROUNDING = 5e-7;

  /** How large rounding may be beside the slope. */
  private static final double SMALL = 0.1;

  private final float[] weights;
  private final ToDoubleFunction<float[]> loss;

  /**
   * @param weights where the slope is taken
   */
  Slope(float[] weights, ToDoubleFunction<float[]> loss) {
    this.weights = weights;
    this.loss = loss;
  }

  /**
   * The finite differences along a direction, from the longest step to the shortest; none if one of
   * them is as expected, or the slope is too small to be seen.
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
   * Whether a slope would stand out from the rounding of the loss.
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
