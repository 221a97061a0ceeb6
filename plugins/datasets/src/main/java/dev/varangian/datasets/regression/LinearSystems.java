package dev.varangian.datasets.regression;

import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Samples;
import java.util.Arrays;
import java.util.Objects;

/**
 * The samples of {@link LeastSquares}: a diagonal matrix, and its product with (1, …, 1) plus noise
 * of random sign. Samples 2p and 2p+1 have opposite signs. Computed when read.
 */
public final class LinearSystems implements Samples {
  private final float[] diagonal;
  private final float[] above;
  private final float[] below;
  private final Randomness signs;
  private final int size;

  /**
   * @param eigenvalues those of the cost's Hessian
   * @param noise the norm of a sample's gradient noise
   * @param size how many; even, or 1 without noise
   */
  LinearSystems(double[] eigenvalues, double noise, Randomness signs, int size) {
    int dimension = eigenvalues.length;
    this.diagonal = new float[dimension];
    this.above = new float[dimension];
    this.below = new float[dimension];
    for (int j = 0; j < dimension; j++) {
      double scale = Math.sqrt(dimension * eigenvalues[j] / 2);
      double error = noise / Math.sqrt(2 * eigenvalues[j]);
      diagonal[j] = (float) scale;
      above[j] = (float) (scale + error);
      below[j] = (float) (scale - error);
    }
    this.signs = signs;
    this.size = size;
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public void readInput(int index, float[] to, int offset) {
    int dimension = diagonal.length;
    Arrays.fill(to, offset, offset + dimension * dimension, 0);
    for (int j = 0; j < dimension; j++) {
      to[offset + j * (dimension + 1)] = diagonal[j];
    }
  }

  @Override
  public void readTarget(int index, float[] to, int offset) {
    Draws draws = signs.at(Objects.checkIndex(index, size) >> 1);
    for (int j = 0; j < diagonal.length; j++) {
      boolean up = ((draws.bits(j) ^ index) & 1) == 0;
      to[offset + j] = up ? above[j] : below[j];
    }
  }
}
