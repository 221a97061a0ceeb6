package dev.varangian.datasets.image;

/**
 * Turns pixels 0 … 255 into (p/255 - mean) / standard deviation, for each channel with its own
 * numbers. All 256 results of a channel are computed once, so that images can be kept as bytes.
 */
public final class Standardisation {
  private final float[][] standardised;

  /** Of grey images. */
  public Standardisation(double mean, double standardDeviation) {
    this(new double[] {mean}, new double[] {standardDeviation});
  }

  /** Of images whose channels come last; one number for each. */
  public Standardisation(double[] means, double[] standardDeviations) {
    standardised = new float[means.length][256];
    for (int channel = 0; channel < means.length; channel++) {
      for (int pixel = 0; pixel < 256; pixel++) {
        standardised[channel][pixel] =
            (float) ((pixel / 255.0 - means[channel]) / standardDeviations[channel]);
      }
    }
  }

  /**
   * Writes {@code count} bytes of whole pixels, unsigned, from {@code from} on, into {@code to}.
   */
  public void write(byte[] pixels, int from, int count, float[] to, int offset) {
    int channels = standardised.length;
    for (int channel = 0; channel < channels; channel++) {
      float[] table = standardised[channel];
      for (int i = channel; i < count; i += channels) {
        to[offset + i] = table[pixels[from + i] & 0xff];
      }
    }
  }
}
