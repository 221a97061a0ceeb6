package dev.varangian.bench.work;

import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.filter.GradientFilter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * A filter with its default parameters, applied to rows of which nothing is known yet, told f =
 * n/10.
 */
public final class FilterCall implements Work {
  private static final long SEED = 1;

  private final FilterStage stage;
  private final float[][] rows;
  private final float[] out;

  private FilterCall(FilterStage stage, float[][] rows) {
    this.stage = stage;
    this.rows = rows;
    this.out = new float[rows[0].length];
  }

  /**
   * The filter of this name, on the first d numbers of each row.
   *
   * @return empty if it has no defaults or is not defined for these n and f
   */
  public static Optional<FilterCall> of(
      Catalogue catalogue, String name, float[][] rows, int d, ThreadTeam workers) {
    Component<GradientFilter> component =
        catalogue.find(Kind.FILTER, GradientFilter.class, name).orElseThrow();
    Parameters parameters = catalogue.parameters(component);
    if (parameters.list().stream().anyMatch(parameter -> parameter.isRequired())) {
      return Optional.empty();
    }
    Choice<GradientFilter> choice =
        new Choice<>(component, parameters.bind(Map.of()), new Origin("", 0, ""));
    Geometry geometry = new Geometry(rows.length, rows.length / 10, d);
    GradientFilter filter;
    try {
      filter = new Wiring(new DataDirectory(Path.of("")), SEED).make(choice, geometry);
    } catch (ConfigurationException e) {
      return Optional.empty();
    }
    if (!filter.hardBound().met() || FilterStage.problem(filter, rows.length).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new FilterCall(new FilterStage(filter, workers, rows.length, d), rows));
  }

  @Override
  public void once() {
    stage.apply(rows, null, out, 1);
  }

  /** What the last {@link #once()} gave, in the first d numbers. */
  public float[] out() {
    return out;
  }
}
