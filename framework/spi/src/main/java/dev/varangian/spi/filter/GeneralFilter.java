package dev.varangian.spi.filter;

import dev.varangian.spi.context.OutputRow;
import dev.varangian.spi.context.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A filter that is neither a weighted sum of the vectors nor works coordinate by coordinate. */
public non-sealed interface GeneralFilter extends GradientFilter {

  /**
   * Writes the result, every coordinate of it.
   *
   * @param rows the n received vectors, to be read only
   * @param out where the result goes
   * @return the weight that each agent had in the result; null if that has no meaning
   */
  double @Nullable [] filter(List<Row> rows, OutputRow out);
}
