package dev.varangian.spi.filter;

import dev.varangian.spi.context.OutputRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter that is neither a weighted sum of the vectors nor works coordinate by coordinate. */
public non-sealed interface GeneralFilter extends GradientFilter {

  /** The reference vectors that this filter reads, without duplicates; the same on every call. */
  default List<Reference> references() {
    return List.of();
  }

  /**
   * Writes every coordinate of the result.
   *
   * @param received the round and the n received vectors
   * @param out the result
   * @return the weight of each received vector in the result; null if weights have no meaning for
   *     this filter
   */
  double @Nullable [] filter(Received received, OutputRow out);
}
