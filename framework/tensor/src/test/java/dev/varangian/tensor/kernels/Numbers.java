package dev.varangian.tensor.kernels;

import java.util.Arrays;
import java.util.Random;

/** Arrays of random floats. */
public final class Numbers {
  /** Fills memory that no kernel may write. */
  public static final float CANARY = 12345.625f;

  /** Which values that are difficult for arithmetic are among the numbers. */
  public enum Special {
    NONE,
    FINITE,
    ALL;

    /** One of them. */
    public static Special any(Random random) {
      return values()[random.nextInt(values().length)];
    }

    private int count() {
      return this == NONE ? 0 : this == FINITE ? FINITE_COUNT : SPECIAL.length;
    }
  }

  /** The finite ones first. */
  private static final float[] SPECIAL = {
    0f,
    -0f,
    Float.MIN_VALUE,
    -Float.MIN_VALUE,
    Float.MIN_NORMAL / 3,
    1e38f,
    -1e38f,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN,
    Float.intBitsToFloat(0xffc00001)
  };

  private static final int FINITE_COUNT = 8;

  private Numbers() {}

  /** An array in which everything that a kernel writes can be recognised. */
  public static float[] canaries(int length) {
    float[] canaries = new float[length];
    Arrays.fill(canaries, CANARY);
    return canaries;
  }

  /** Values of many magnitudes; one in ten is special, unless there are to be none. */
  public static float[] floats(Random random, int length, Special special) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] =
          special != Special.NONE && random.nextInt(10) == 0
              ? SPECIAL[random.nextInt(special.count())]
              : (float) (random.nextGaussian() * Math.exp(2 * random.nextGaussian()));
    }
    return values;
  }
}
