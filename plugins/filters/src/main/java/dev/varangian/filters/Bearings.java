package dev.varangian.filters;

/**
 * Points as seen from one of them, the centre: how far away each is, and the cosine of the angle
 * between each two. Unlike the squared distances, these are of comparable size for near and far
 * points, so that one very far point takes no digits from the others.
 *
 * <p>A cosine comes from the law of cosines, and is good to about 1e-16 times the ratio of the two
 * distances. Where that exceeds 2^30 the distances don't tell it, and a right angle is taken.
 */
final class Bearings {
  private static final double TOO_FAR_APART = 0x1p30;

  private final int count;
  private final double[] distances;
  private final double[][] cosines;

  /**
   * @param squared the squared distances of all pairs
   */
  Bearings(double[][] squared, int centre) {
    this.count = squared.length;
    this.distances = new double[count];
    for (int i = 0; i < count; i++) {
      distances[i] = Math.sqrt(squared[i][centre]);
    }
    this.cosines = new double[count][count];
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        if (distances[i] > 0 && distances[j] > 0) {
          cosines[i][j] = i == j ? 1 : cosine(distances[i], distances[j], squared[i][j]);
        }
      }
    }
  }

  private static double cosine(double a, double b, double squaredThird) {
    double ratio = Math.max(a, b) / Math.min(a, b);
    if (ratio > TOO_FAR_APART) {
      return 0;
    }
    double cosine = (ratio + 1 / ratio - squaredThird / a / b) / 2;
    return Math.max(-1, Math.min(1, cosine));
  }

  /** How far each point is from the centre. */
  double[] distances() {
    return distances;
  }

  double distance(int i) {
    return distances[i];
  }

  /** How many points lie at the centre. */
  int copies() {
    int copies = 0;
    for (double distance : distances) {
      copies += distance == 0 ? 1 : 0;
    }
    return copies;
  }

  /** The length of the sum of the unit vectors from the centre to the points elsewhere. */
  double pull() {
    double sum = 0;
    for (double[] row : cosines) {
      for (double cosine : row) {
        sum += cosine;
      }
    }
    return Math.sqrt(Math.max(0, sum));
  }

  /** How far each point is from the combination with these coefficients, which add up to 1. */
  double[] distancesTo(double[] coefficients) {
    double[] along = new double[count];
    double squaredLength = 0;
    for (int i = 0; i < count; i++) {
      for (int j = 0; j < count; j++) {
        along[i] += cosines[i][j] * coefficients[j] * distances[j];
      }
      squaredLength += coefficients[i] * distances[i] * along[i];
    }
    double[] result = new double[count];
    for (int i = 0; i < count; i++) {
      double square = distances[i] * (distances[i] - 2 * along[i]) + squaredLength;
      result[i] = Math.sqrt(Math.max(0, square));
    }
    return result;
  }
}
