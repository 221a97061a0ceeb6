package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in gradient filters and pre-aggregators. */
public final class FiltersPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Cge.declaration(),
        Cwtm.declaration(),
        GeoMed.declaration(),
        Krum.declaration(),
        Mean.declaration(),
        Median.declaration(),
        Mom.declaration(),
        MultiKrum.declaration(),
        Arc.declaration(),
        Bucketing.declaration(),
        Clipping.declaration(),
        Nnm.declaration());
  }
}
