package dev.varangian.tensor.operation;

import java.util.Arrays;

/**
 * The extents of a tensor, outermost first; values are stored in row-major order. Images are {@code
 * [samples, height, width, channels]}. A shape of no dimensions is a scalar.
 */
public final class Shape {
  private final int[] dimensions;
  private final int size;

  private Shape(int[] dimensions) {
    long product = 1;
    for (int extent : dimensions) {
      if (extent < 1) {
        throw new IllegalArgumentException(
            "the extents of a shape must be positive: " + Arrays.toString(dimensions));
      }
      product *= extent;
      if (product > Integer.MAX_VALUE - 1024) {
        throw new IllegalArgumentException(
            "a tensor of shape "
                + Arrays.toString(dimensions)
                + " has more values than an array can hold");
      }
    }
    this.dimensions = dimensions;
    this.size = (int) product;
  }

  /** The shape of these extents, each at least 1. */
  public static Shape of(int... dimensions) {
    return new Shape(dimensions.clone());
  }

  /** The number of dimensions. */
  public int rank() {
    return dimensions.length;
  }

  /**
   * The extent of dimension {@code index}, counted from 0.
   *
   * @throws IllegalArgumentException if there is no such dimension
   */
  public int dimension(int index) {
    if (index < 0 || index >= dimensions.length) {
      throw new IllegalArgumentException(
          "a tensor of shape " + this + " has no dimension " + index + ", counted from 0");
    }
    return dimensions[index];
  }

  /** The number of values. */
  public int size() {
    return size;
  }

  /**
   * The number of values in one entry of the first dimension.
   *
   * @throws IllegalArgumentException if there is none
   */
  public int sizeOfEntry() {
    return size / dimension(0);
  }

  /** This shape with a first dimension of {@code extent} added. */
  public Shape prepend(int extent) {
    int[] longer = new int[dimensions.length + 1];
    longer[0] = extent;
    System.arraycopy(dimensions, 0, longer, 1, dimensions.length);
    return new Shape(longer);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Shape that && Arrays.equals(dimensions, that.dimensions);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(dimensions);
  }

  /** For instance {@code [16, 28, 28, 1]}. */
  @Override
  public String toString() {
    return Arrays.toString(dimensions);
  }
}
