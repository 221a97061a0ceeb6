package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in gradient filters. */
public final class FiltersPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.filter("cge", Cge.class)
            .summary("Keeps the n-f vectors of least Euclidean norm")
            .source("Gupta, Liu, Vaidya 2020, eq. 6-7")
            .parameters(Cge.Parameters.class),
        Component.filter("mean", Mean.class)
            .summary("Averages all vectors; the choice when no agent is faulty"),
        Component.filter("median", Median.class)
            .summary("Takes the median in each coordinate")
            .source("Yin et al. 2018, definition 1")
            .parameters(Median.Parameters.class));
  }
}
