package dev.varangian.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter.Needs;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Each defect of a pre-aggregator is found by its own check. */
class PlantedPreAggregatorsTest {

  private static List<String> failing(Class<? extends PreAggregator> type) {
    return FailedChecks.checks(Component.preAggregator("planted", type));
  }

  private static String first(Class<? extends PreAggregator> type) {
    return FailedChecks.first(Component.preAggregator("planted", type));
  }

  /** Leaves every vector as it is but for a factor. */
  abstract static class Scaling implements PreAggregator {
    private final int n;

    Scaling(Geometry geometry) {
      this.n = geometry.n();
    }

    abstract double factor(Points points, int i);

    @Override
    public int count() {
      return n;
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      double[][] mix = new double[points.count()][points.count()];
      for (int i = 0; i < mix.length; i++) {
        mix[i][i] = factor(points, i);
      }
      return mix;
    }
  }

  static final class Remembering extends Scaling {
    private final double[] rounds;

    @Inject
    Remembering(Geometry geometry, Memory memory) {
      super(geometry);
      this.rounds = memory.doubles("rounds", 1);
    }

    @Override
    double factor(Points points, int i) {
      rounds[0] += i == 0 ? 1 : 0;
      return 1 / rounds[0];
    }
  }

  @Test
  void state_in_memory_is_allowed() {
    assertThat(failing(Remembering.class)).isEmpty();
  }

  static final class Counting extends Scaling {
    private int rounds;

    @Inject
    Counting(Geometry geometry) {
      super(geometry);
    }

    @Override
    double factor(Points points, int i) {
      rounds += i == 0 ? 1 : 0;
      return 1.0 / rounds;
    }
  }

  @Test
  void state_in_a_field_is_found() {
    assertThat(failing(Counting.class)).containsExactly("keeps state only in Memory");
  }

  static final class Shared extends Scaling {
    private static final AtomicInteger CALLS = new AtomicInteger();

    @Inject
    Shared(Geometry geometry) {
      super(geometry);
    }

    @Override
    double factor(Points points, int i) {
      return 1.0 / (1 + CALLS.incrementAndGet() % 7);
    }
  }

  @Test
  void results_that_change_each_time_are_found() {
    assertThat(failing(Shared.class)).containsExactly("is reproducible to the bit");
  }

  static final class Dividing extends Scaling {
    @Inject
    Dividing(Geometry geometry) {
      super(geometry);
    }

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    double factor(Points points, int i) {
      return 1 / Math.sqrt(points.squaredNorm(i));
    }
  }

  @Test
  void division_by_the_norm_of_a_zero_vector_is_found() {
    assertThat(failing(Dividing.class)).contains("accepts zero vectors");
  }

  static final class Curious extends Scaling {
    @Inject
    Curious(Geometry geometry) {
      super(geometry);
    }

    @Override
    double factor(Points points, int i) {
      return points.squaredDistance(i, 0) > 1 ? 0.5 : 1;
    }
  }

  @Test
  void undeclared_access_is_found() {
    assertThat(failing(Curious.class)).contains("works for typical numbers of agents");
    assertThat(first(Curious.class)).contains("NOTHING");
  }

  static final class Short extends Scaling {
    @Inject
    Short(Geometry geometry) {
      super(geometry);
    }

    @Override
    double factor(Points points, int i) {
      return 1;
    }

    @Override
    public double[][] mix(Points points) {
      double[][] mix = super.mix(points);
      return new double[][] {mix[0]};
    }
  }

  @Test
  void too_few_mixtures_are_found() {
    assertThat(first(Short.class))
        .contains("it gives 1 mixtures of ", "expected one for each of its count");
  }
}
