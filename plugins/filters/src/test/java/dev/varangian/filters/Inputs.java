package dev.varangian.filters;

import java.util.Random;
import java.util.function.IntConsumer;

/** Kinds of vectors that filters must handle. */
enum Inputs {
  NORMAL {
    @Override
    float value(Random random, int row) {
      return (float) random.nextGaussian();
    }
  },
  /** Small differences at a large offset. */
  OFFSET {
    @Override
    float value(Random random, int row) {
      return 1e4f + (float) random.nextGaussian();
    }
  },
  /** Few different values, so that most coordinates have ties; both zeros among them. */
  TIES {
    @Override
    float value(Random random, int row) {
      return new float[] {-1, -0f, 0, 1}[random.nextInt(4)];
    }
  },
  /** Every row twice. */
  DUPLICATES {
    @Override
    float value(Random random, int row) {
      return (float) random.nextGaussian();
    }

    @Override
    int original(int row) {
      return row / 2 * 2;
    }
  },
  /** Equal norms, different vectors. */
  EQUAL_NORMS {
    @Override
    float value(Random random, int row) {
      return random.nextBoolean() ? 0.75f : -0.75f;
    }
  },
  HUGE {
    @Override
    float value(Random random, int row) {
      return (random.nextBoolean() ? 1e38f : -1e38f) * (1 + random.nextFloat());
    }
  },
  SUBNORMAL {
    @Override
    float value(Random random, int row) {
      return Float.MIN_VALUE * (random.nextInt(2001) - 1000);
    }
  },
  ZEROS {
    @Override
    float value(Random random, int row) {
      return 0;
    }
  },
  /** Every row of another order of magnitude, the largest first. */
  MAGNITUDES {
    @Override
    float value(Random random, int row) {
      return (float) (random.nextGaussian() * Math.pow(2, 60 - 2 * row));
    }
  };

  private static final int[] SIZES = {1, 2, 5, 10, 25, 60};
  private static final int[] DIMENSIONS = {1, 7, 1000, 4097};

  abstract float value(Random random, int row);

  int original(int row) {
    return row;
  }

  /** Runs a test for every size. */
  static void forAllSizes(SizeTest test) {
    for (int n : SIZES) {
      for (int d : DIMENSIONS) {
        test.run(n, d);
      }
    }
  }

  /** Runs a test for every tolerance below n. */
  static void forAllTolerances(int n, IntConsumer test) {
    for (int f = 0; f < n; f++) {
      test.accept(f);
    }
  }

  /** Runs a test for every tolerance of few vectors, and for the small and great ones of many. */
  static void forSomeTolerances(int n, IntConsumer test) {
    for (int f = 0; f < n; f++) {
      if (n <= 10 || f < 2 || f == n / 4 || f == (n - 1) / 2 || f >= n - 3) {
        test.accept(f);
      }
    }
  }

  /** A test for n vectors of d numbers. */
  @FunctionalInterface
  interface SizeTest {
    void run(int n, int d);
  }

  float[][] rows(int n, int d) {
    Random random = new Random(31L * n + d);
    float[][] rows = new float[n][];
    for (int i = 0; i < n; i++) {
      if (original(i) < i) {
        rows[i] = rows[original(i)].clone();
      } else {
        rows[i] = new float[d];
        for (int j = 0; j < d; j++) {
          rows[i][j] = value(random, i);
        }
      }
    }
    return rows;
  }
}
