package dev.varangian.filters;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in gradient filters and pre-aggregators. */
public final class FiltersPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.filter("cge", Cge.class)
            .summary("Keeps the n-f vectors of least Euclidean norm")
            .source("Gupta, Liu, Vaidya 2020, eq. 6-7")
            .parameters(Cge.Parameters.class),
        Component.filter("cwtm", Cwtm.class)
            .summary("Averages each coordinate without its f least and f greatest values")
            .source("Yin et al. 2018, definition 2; Gupta, Liu, Vaidya 2020, eq. 24"),
        Component.filter("geomed", GeoMed.class)
            .summary("Takes the geometric median, converged")
            .source("Chen, Su, Xu 2017; Weiszfeld 1937; Vardi, Zhang 2000"),
        Component.filter("krum", Krum.class)
            .summary("Takes the vector nearest to its n-f-2 nearest others")
            .source("Blanchard et al. 2017, section 4")
            .parameters(Krum.Parameters.class),
        Component.filter("mean", Mean.class)
            .summary("Averages all vectors; the choice when no agent is faulty"),
        Component.filter("median", Median.class)
            .summary("Takes the median in each coordinate")
            .source("Yin et al. 2018, definition 1")
            .parameters(Median.Parameters.class),
        Component.filter("mom", Mom.class)
            .summary("Takes the geometric median of the means of groups of agents")
            .source("Chen, Su, Xu 2017, algorithm 2")
            .parameters(Mom.Parameters.class),
        Component.filter("multi-krum", MultiKrum.class)
            .summary("Averages the m vectors of least Krum score")
            .source("Blanchard et al. 2017, section 4")
            .parameters(MultiKrum.Parameters.class),
        Component.preAggregator("arc", Arc.class)
            .summary("Shortens the longest 2f(n-f)/n vectors to the length of the next")
            .source("Allouah et al. 2024, algorithm 2"),
        Component.preAggregator("bucketing", Bucketing.class)
            .summary("Averages the vectors in random buckets of s")
            .source("Karimireddy, He, Jaggi 2022, algorithm 1")
            .parameters(Bucketing.Parameters.class),
        Component.preAggregator("clipping", Clipping.class)
            .summary("Shortens vectors that are longer than c to that length")
            .parameters(Clipping.Parameters.class),
        Component.preAggregator("nnm", Nnm.class)
            .summary("Puts the mean of its n-f nearest in place of each vector")
            .source("Allouah et al. 2023, algorithm 2"));
  }
}
