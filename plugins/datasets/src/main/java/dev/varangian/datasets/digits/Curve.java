package dev.varangian.datasets.digits;

/** Smooth curves as chains of short segments. */
public final class Curve {
  private static final int SEGMENTS = 4;

  private Curve() {}

  /**
   * The Catmull-Rom spline through points x, y, x, y, …; two points make a straight line. A point
   * given twice is a corner.
   *
   * @return the ends of the segments, x, y, x, y, …
   */
  static double[] through(double[] points) {
    int last = points.length / 2 - 1;
    double[] chain = new double[2 * (last * SEGMENTS + 1)];
    for (int i = 0; i < last; i++) {
      for (int s = 0; s < SEGMENTS; s++) {
        for (int axis = 0; axis < 2; axis++) {
          chain[2 * (i * SEGMENTS + s) + axis] =
              between(
                  points[2 * Math.max(i - 1, 0) + axis],
                  points[2 * i + axis],
                  points[2 * (i + 1) + axis],
                  points[2 * Math.min(i + 2, last) + axis],
                  s / (double) SEGMENTS);
        }
      }
    }
    chain[chain.length - 2] = points[2 * last];
    chain[chain.length - 1] = points[2 * last + 1];
    return chain;
  }

  /** From b at t = 0 to c at t = 1, with slopes (c-a)/2 and (d-b)/2. */
  private static double between(double a, double b, double c, double d, double t) {
    double linear = 0.5 * (c - a);
    double square = a - 2.5 * b + 2 * c - 0.5 * d;
    double cube = 0.5 * (d - a) + 1.5 * (b - c);
    return b + t * (linear + t * (square + t * cube));
  }
}
