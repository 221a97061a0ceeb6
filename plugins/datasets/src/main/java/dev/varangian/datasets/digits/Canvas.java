package dev.varangian.datasets.digits;

import dev.varangian.spi.context.Draws;
import java.util.Arrays;

/** An image under construction: the distance from each pixel's centre to the nearest stroke. */
public final class Canvas {
  /** Height and width of the images. */
  static final int SIDE = 28;

  /** More than half the thickness of any stroke with edge and roughness, in pixels. */
  private static final double REACH = 3.5;

  private static final int FIRST_DRAW = 100;

  private final double[] squaredDistances = new double[SIDE * SIDE];

  Canvas() {
    Arrays.fill(squaredDistances, REACH * REACH);
  }

  /** Draws a chain of segments with ends x, y, x, y, … in pixels. */
  void draw(double[] chain) {
    for (int i = 0; i + 3 < chain.length; i += 2) {
      segment(chain[i], chain[i + 1], chain[i + 2], chain[i + 3]);
    }
  }

  private void segment(double x0, double y0, double x1, double y1) {
    double dx = x1 - x0;
    double dy = y1 - y0;
    double squaredLength = dx * dx + dy * dy;
    int left = inside(Math.min(x0, x1) - REACH);
    int right = inside(Math.max(x0, x1) + REACH);
    int bottom = inside(Math.max(y0, y1) + REACH);
    for (int y = inside(Math.min(y0, y1) - REACH); y <= bottom; y++) {
      for (int x = left; x <= right; x++) {
        double px = x + 0.5 - x0;
        double py = y + 0.5 - y0;
        double along = squaredLength == 0 ? 0 : clamp((px * dx + py * dy) / squaredLength);
        double ex = px - along * dx;
        double ey = py - along * dy;
        int pixel = y * SIDE + x;
        squaredDistances[pixel] = Math.min(squaredDistances[pixel], ex * ex + ey * ey);
      }
    }
  }

  private static int inside(double coordinate) {
    return (int) Math.max(0, Math.min(SIDE - 1, Math.floor(coordinate)));
  }

  private static double clamp(double share) {
    return Math.max(0, Math.min(1, share));
  }

  /** Returns the image as unsigned bytes: 0 for the paper, up to 255 for ink. */
  byte[] develop(Handwriting handwriting, Draws draws) {
    double edge = handwriting.penRadius() + handwriting.softness() / 2;
    byte[] image = new byte[SIDE * SIDE];
    for (int pixel = 0; pixel < image.length; pixel++) {
      double distance = Math.sqrt(squaredDistances[pixel]);
      if (distance < REACH) {
        double noise = handwriting.roughness() * (2 * draws.uniform(FIRST_DRAW + pixel) - 1);
        double ink = clamp((edge + noise - distance) / handwriting.softness());
        image[pixel] = (byte) Math.round(255 * handwriting.darkness() * ink);
      }
    }
    return image;
  }
}
