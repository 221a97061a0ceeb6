package dev.varangian.filters;

/**
 * Newton's step towards the geometric median: with the unit vectors u_i to the points and their
 * distances d_i, the step p that solves (sum_i (I - u_i u_i^T) / d_i) p = sum_i u_i.
 *
 * <p>It lies among the u_i, p = sum_i a_i u_i, where (s I - W K) a = 1 with W = diag(1/d_i), s its
 * trace and K the cosines of the angles between the u_i. With W K replaced by 0 this is Weiszfeld's
 * step.
 */
final class NewtonStep {
  private static final double ENOUGH = 1e-14;

  private NewtonStep() {}

  /**
   * The a_i, by conjugate gradients from those of Weiszfeld's step.
   *
   * @param seen the points, none of which lies where one looks from
   */
  static double[] of(Bearings seen) {
    int n = seen.count();
    double trace = 0;
    double[] roots = new double[n];
    for (int i = 0; i < n; i++) {
      trace += 1 / seen.distance(i);
      roots[i] = Math.sqrt(seen.distance(i));
    }
    // with b = sqrt(d_i) a_i the matrix s I - sqrt(W) K sqrt(W) is symmetric
    double[] b = new double[n];
    for (int i = 0; i < n; i++) {
      b[i] = roots[i] / trace;
    }
    double[] residual = product(seen, roots, trace, b);
    double[] direction = new double[n];
    for (int i = 0; i < n; i++) {
      residual[i] = roots[i] - residual[i];
      direction[i] = residual[i];
    }
    double enough = ENOUGH * ENOUGH * dot(roots, roots);
    double square = dot(residual, residual);
    for (int step = 0; step < 2 * n && square > enough; step++) {
      double[] image = product(seen, roots, trace, direction);
      double curvature = dot(direction, image);
      if (!(curvature > 0)) {
        break; // flat as far as can be told
      }
      double length = square / curvature;
      for (int i = 0; i < n; i++) {
        b[i] += length * direction[i];
        residual[i] -= length * image[i];
      }
      double next = dot(residual, residual);
      for (int i = 0; i < n; i++) {
        direction[i] = residual[i] + next / square * direction[i];
      }
      square = next;
    }
    for (int i = 0; i < n; i++) {
      b[i] /= roots[i];
    }
    return b;
  }

  private static double[] product(Bearings seen, double[] roots, double trace, double[] x) {
    double[] product = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double sum = 0;
      for (int j = 0; j < x.length; j++) {
        sum += seen.cosine(i, j) * (x[j] / roots[j]);
      }
      product[i] = trace * x[i] - sum / roots[i];
    }
    return product;
  }

  private static double dot(double[] x, double[] y) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += x[i] * y[i];
    }
    return sum;
  }
}
