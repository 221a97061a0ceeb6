package dev.varangian.spi.context;

import java.util.List;

/** A vector of length d to be written; it is all zeros at first. */
public interface OutputRow {

  /** The number of coordinates, d. */
  int length();

  /** Writes {@code length} coordinates from {@code to} on. */
  void set(int to, float[] from, int fromOffset, int length);

  /** Sets every coordinate to {@code value}. */
  void fill(float value);

  /** Becomes the sum of {@code weights[j]} times {@code rows.get(j)}, added up in double. */
  void combine(double[] weights, List<Row> rows);

  /**
   * Becomes in each coordinate one of the rows' values there: the one at {@code place} in ascending
   * order, counted from 0.
   */
  void orderStatistic(int place, List<Row> rows);

  /** Becomes {@code factor} times {@code row}. */
  default void scale(double factor, Row row) {
    combine(new double[] {factor}, List.of(row));
  }
}
