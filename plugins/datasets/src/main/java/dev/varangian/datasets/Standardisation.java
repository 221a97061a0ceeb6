package dev.varangian.datasets;

/**
 * Turns pixels 0 … 255 into (p/255 - mean) / standard deviation. All 256 results are computed once,
 * so that images can be kept as bytes.
 */
final class Standardisation {
  private final float[] standardised = new float[256];

  Standardisation(double mean, double standardDeviation) {
    for (int pixel = 0; pixel < standardised.length; pixel++) {
      standardised[pixel] = (float) ((pixel / 255.0 - mean) / standardDeviation);
    }
  }

  /** Writes {@code count} pixels, unsigned bytes from {@code from} on, into {@code to}. */
  void write(byte[] pixels, int from, int count, float[] to, int offset) {
    for (int i = 0; i < count; i++) {
      to[offset + i] = standardised[pixels[from + i] & 0xff];
    }
  }
}
