package dev.varangian.datasets.digits;

import dev.varangian.spi.context.Draws;

/**
 * The handwriting of one digit: the transformation of a skeleton's points, the pen and the paper.
 *
 * @param halfHeight half the height of the digit, in pixels
 * @param halfWidth half the width of the square that the skeleton lies in, in pixels
 * @param slant how far the top leans to the right, in pixels for each pixel of height
 * @param rise how far a line to the right falls, likewise
 * @param centreX the centre, in pixels from the left
 * @param centreY the centre, in pixels from the top
 * @param bend the coefficients of x^2, xy, y^2, x^3, x^2 y, x y^2, y^3 in what is added to x, then
 *     to y
 * @param penRadius half the thickness of a stroke, in pixels
 * @param softness the width of the grey edge, in pixels
 * @param darkness the ink of a stroke, in (0, 1]
 * @param roughness the largest random displacement of a stroke's edge, drawn per pixel, in pixels
 */
public record Handwriting(
    double halfHeight,
    double halfWidth,
    double slant,
    double rise,
    double centreX,
    double centreY,
    double[] bend,
    double penRadius,
    double softness,
    double darkness,
    double roughness) {
  private static final int FIRST_DRAW = 2;
  private static final int TERMS = 7;

  static Handwriting of(Draws draws) {
    double halfHeight = between(7.4, 9.4, draws, 0);
    double[] bend = new double[2 * TERMS];
    for (int i = 0; i < bend.length; i++) {
      bend[i] = 0.16 * draws.gaussian(FIRST_DRAW + 10 + i);
    }
    return new Handwriting(
        halfHeight,
        halfHeight * between(0.75, 1.3, draws, 1),
        0.15 + 0.2 * draws.gaussian(FIRST_DRAW + 2),
        0.1 * draws.gaussian(FIRST_DRAW + 3),
        14 + between(-1.7, 1.7, draws, 4),
        14 + between(-1.7, 1.7, draws, 5),
        bend,
        between(0.8, 2, draws, 6),
        between(0.9, 1.6, draws, 7),
        between(0.9, 1, draws, 8),
        between(0.1, 0.5, draws, 9));
  }

  private static double between(double least, double greatest, Draws draws, int index) {
    return least + (greatest - least) * draws.uniform(FIRST_DRAW + index);
  }

  /** Returns the positions of a skeleton's points in the image, x, y, x, y, … */
  double[] place(double[] points) {
    double[] placed = new double[points.length];
    for (int i = 0; i < points.length; i += 2) {
      double x = points[i] + bent(points[i], points[i + 1], 0);
      double y = points[i + 1] + bent(points[i], points[i + 1], TERMS);
      placed[i] = centreX + halfWidth * x - slant * halfHeight * y;
      placed[i + 1] = centreY + halfHeight * y + rise * halfWidth * x;
    }
    return placed;
  }

  private double bent(double x, double y, int from) {
    return bend[from] * x * x
        + bend[from + 1] * x * y
        + bend[from + 2] * y * y
        + bend[from + 3] * x * x * x
        + bend[from + 4] * x * x * y
        + bend[from + 5] * x * y * y
        + bend[from + 6] * y * y * y;
  }
}
