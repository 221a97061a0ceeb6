package dev.varangian.spi.filter;

import dev.varangian.spi.context.OutputRow;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter that is neither a weighted sum of the vectors nor works coordinate by coordinate. */
public non-sealed interface GeneralFilter extends GradientFilter {

  /** The reference vectors that this filter reads, each once; the same at every call. */
  default List<Reference> references() {
    return List.of();
  }

  /**
   * Writes the result, every coordinate of it.
   *
   * @param received the round and the n received vectors
   * @param out the result
   * @return the weight that each received vector had in the result; null if that has no meaning
   */
  double @Nullable [] filter(Received received, OutputRow out);
}
