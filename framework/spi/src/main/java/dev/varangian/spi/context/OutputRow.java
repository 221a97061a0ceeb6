package dev.varangian.spi.context;

import java.util.List;

/** A writable vector of length d, initially all zeros. */
public interface OutputRow {

  /** The number of coordinates, d. */
  int length();

  /** Writes {@code length} coordinates, starting at {@code to}. */
  void set(int to, float[] from, int fromOffset, int length);

  /** Sets every coordinate to {@code value}. */
  void fill(float value);

  /**
   * Sets this vector to the sum of {@code weights[j]} times {@code rows.get(j)}, accumulated in
   * double.
   */
  void combine(double[] weights, List<Row> rows);

  /**
   * Sets each coordinate to one of the rows' values in that coordinate: the one at {@code place} in
   * ascending order, counted from 0.
   */
  void orderStatistic(int place, List<Row> rows);

  /** Sets this vector to {@code factor} times {@code row}. */
  default void scale(double factor, Row row) {
    combine(new double[] {factor}, List.of(row));
  }
}
