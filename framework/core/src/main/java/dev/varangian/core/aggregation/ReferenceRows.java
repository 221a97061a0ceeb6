package dev.varangian.core.aggregation;

import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.filter.GeneralFilter;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Reference;
import dev.varangian.spi.filter.RowFilter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The vectors that a filter declared as references, in the order of declaration. */
public final class ReferenceRows {
  /** No references. */
  static final ReferenceRows NONE = new ReferenceRows();

  private final List<Reference> references;
  private final float[][] rows;
  private final float @Nullable [] previous;
  private final int d;

  private ReferenceRows() {
    this.references = List.of();
    this.rows = new float[0][];
    this.previous = null;
    this.d = 0;
  }

  private ReferenceRows(List<Reference> references, Memory own, Memory server, int d) {
    this.references = references;
    this.d = d;
    this.rows = new float[references.size()][];
    float[] output = null;
    for (int i = 0; i < rows.length; i++) {
      if (references.get(i) instanceof Reference.Kept kept) {
        rows[i] = own.floats(kept.name(), d);
      } else {
        output = server.floats("previous output", d);
        rows[i] = output;
      }
    }
    this.previous = output;
  }

  /**
   * The references of a filter.
   *
   * @param own the filter's own memory
   * @param server the memory that the server keeps for the filter
   * @throws InvalidOutputException if the filter declares one twice
   */
  public static ReferenceRows of(GradientFilter filter, Memory own, Memory server, int d) {
    List<Reference> declared = List.copyOf(declaredBy(filter));
    if (declared.stream().distinct().count() < declared.size()) {
      throw new InvalidOutputException("it declares the references " + declared + ", one twice");
    }
    return new ReferenceRows(declared, own, server, d);
  }

  private static List<Reference> declaredBy(GradientFilter filter) {
    if (filter instanceof RowFilter rows) {
      return rows.references();
    }
    return filter instanceof GeneralFilter general ? general.references() : List.of();
  }

  int count() {
    return rows.length;
  }

  /**
   * The position of a reference among them.
   *
   * @throws IllegalArgumentException if the filter did not declare it
   */
  int indexOf(Reference reference) {
    int index = references.indexOf(reference);
    if (index < 0) {
      throw new IllegalArgumentException(
          "the filter declares " + references + " and asked for " + reference);
    }
    return index;
  }

  float[] row(int index) {
    return rows[index];
  }

  /** The received rows followed by the references. */
  float[][] after(float[][] received) {
    if (rows.length == 0) {
      return received;
    }
    float[][] all = new float[received.length + rows.length][];
    System.arraycopy(received, 0, all, 0, received.length);
    System.arraycopy(rows, 0, all, received.length, rows.length);
    return all;
  }

  /** Stores a result as the previous output for the next round. */
  void remember(float[] output) {
    if (previous != null) {
      System.arraycopy(output, 0, previous, 0, d);
    }
  }
}
