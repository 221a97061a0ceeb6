package dev.varangian.datasets.image;

/**
 * Maps pixels 0 … 255 to (p/255 - mean) / standard deviation per channel. All 256 results of a
 * channel are precomputed, so that images can be stored as bytes.
 */
public final class Standardisation {
  private final float[][] standardised;

  /** Creates one for grey images. */
  public Standardisation(double mean, double standardDeviation) {
    this(new double[] {mean}, new double[] {standardDeviation});
  }

  /** Creates one for images with channels last; one number per channel. */
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
