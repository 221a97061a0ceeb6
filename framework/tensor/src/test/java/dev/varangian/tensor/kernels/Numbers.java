package dev.varangian.tensor.kernels;

import java.util.Random;

/** Arrays of random floats. */
final class Numbers {
  /** Fills what no kernel may write. */
  static final float CANARY = 12345.625f;

  /** Which values that arithmetic trips over are among the numbers. */
  enum Special {
    NONE,
    FINITE,
    ALL;

    static Special any(Random random) {
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

  /** Values of many magnitudes; one in ten is special if there are to be such. */
  static float[] floats(Random random, int length, Special special) {
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
