package example.faba;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.Reference;
import org.junit.jupiter.api.Test;

class FabaTest {

  /** Numbers as vectors of length 1. */
  private record Numbers(double... values) implements Points {
    @Override
    public int round() {
      return 1;
    }

    @Override
    public int indexOf(Reference reference) {
      throw new IllegalArgumentException("no references");
    }

    @Override
    public double innerProduct(int i, int j) {
      return values[i] * values[j];
    }

    @Override
    public int count() {
      return values.length;
    }

    @Override
    public double squaredNorm(int i) {
      return values[i] * values[i];
    }

    @Override
    public double squaredDistance(int i, int j) {
      return (values[i] - values[j]) * (values[i] - values[j]);
    }

    @Override
    public double[][] squaredDistancesOfSums(double[][] weights) {
      throw new UnsupportedOperationException();
    }
  }

  private static double[] weights(int f, int extra, double... values) {
    return new Faba(new Geometry(values.length, f, 1), new Faba.Parameters(extra))
        .weights(new Numbers(values));
  }

  @Test
  void the_vector_farthest_from_the_mean_is_removed_first_and_the_mean_recomputed() {
    // The mean is 26.875; without 100 it is 2.5, from which 6 is farther than 0.
    assertArrayEquals(new double[] {0.5, 0.5, 0, 0}, weights(2, 0, 0, 1.5, 6, 100));
    assertArrayEquals(new double[] {0.5, 0.5, 0, 0}, weights(1, 1, 0, 1.5, 6, 100));
  }

  @Test
  void ties_keep_the_lower_agent() {
    assertArrayEquals(new double[] {0.5, 0.5, 0}, weights(1, 0, 5, 5, 5));
  }

  @Test
  void more_vectors_than_there_are_cannot_be_removed() {
    assertTrue(new Faba(new Geometry(4, 2, 1), new Faba.Parameters(1)).hardBound().met());
    assertFalse(new Faba(new Geometry(4, 2, 1), new Faba.Parameters(2)).hardBound().met());
  }
}
