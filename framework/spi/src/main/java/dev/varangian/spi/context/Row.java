package dev.varangian.spi.context;

/** A vector of length d that may be read and not changed. */
public interface Row {

  /** The number of coordinates, d. */
  int length();

  /** One coordinate; {@link #copy} is the fast way to many. */
  float get(int coordinate);

  /** Copies {@code length} coordinates from {@code from} on into {@code to}. */
  void copy(int from, float[] to, int toOffset, int length);

  /** The squared Euclidean norm, summed in double. */
  double squaredNorm();

  /** The inner product with a vector of the same length, summed in double. */
  double dot(Row other);

  /** The squared Euclidean distance, summed in double. */
  double squaredDistance(Row other);
}
