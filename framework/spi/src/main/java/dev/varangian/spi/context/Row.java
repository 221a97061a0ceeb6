package dev.varangian.spi.context;

/** A read-only vector of length d. */
public interface Row {

  /** The number of coordinates, d. */
  int length();

  /** One coordinate; to read many, {@link #copy} is faster. */
  float get(int coordinate);

  /** Copies {@code length} coordinates, starting at {@code from}, into {@code to}. */
  void copy(int from, float[] to, int toOffset, int length);

  /** The squared Euclidean norm, summed in double. */
  double squaredNorm();

  /** The inner product with a vector of the same length, summed in double. */
  double dot(Row other);

  /** The squared Euclidean distance, summed in double. */
  double squaredDistance(Row other);
}
