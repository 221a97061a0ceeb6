package dev.varangian.core.catalogue;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.context.Param;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;
import java.util.List;

/** Components that do nothing, to be found, described, configured and refused. */
@SuppressWarnings("UnusedVariable") // they do nothing with their parameters
public final class Toys implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.filter("sieve", Sieve.class).summary("Keeps what is coarse"),
        Component.filter("colander", Plain.class).summary("Keeps nearly everything"),
        Component.preAggregator("pairs", Pairs.class),
        Component.fault("shout", Shout.class),
        Component.fault("mumble", Mumble.class),
        Component.dataset("pebbles", Pebbles.class),
        Component.model("abacus", Abacus.class),
        Component.partition("iid", Whole.class),
        Component.schedule("steady", Steady.class).shorthand("value"),
        Component.schedule("fading", Fading.class));
  }

  /** How a sieve counts. */
  public enum Norm {
    L1,
    MAX_NORM
  }

  /** All types but text. */
  public record SieveParameters(
      @Param(value = "the width of the holes", unit = "mm", defaultValue = "2", min = 1, max = 9)
          int holeWidth,
      @Param(value = "how it counts", defaultValue = "max-norm") Norm norm,
      @Param(value = "whether it is shaken", defaultValue = "false") boolean shaken,
      @Param(value = "a large number", defaultValue = "5000000000") long grains) {}

  static final class Sieve implements RowFilter {
    @Inject
    Sieve(SieveParameters parameters) {}

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      return new double[points.count()];
    }
  }

  static final class Plain implements RowFilter {
    @Inject
    Plain() {}

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      return new double[points.count()];
    }
  }

  /** How many are taken together. */
  record PairsParameters(
      @Param(value = "how many vectors become one", defaultValue = "2", min = 1) int size) {}

  /** Takes successive vectors together. */
  static final class Pairs implements PreAggregator {
    private final int n;
    private final int size;

    @Inject
    Pairs(Geometry geometry, PairsParameters parameters) {
      this.n = geometry.n();
      this.size = parameters.size();
    }

    @Override
    public Condition hardBound() {
      return new Condition("n >= size", n >= size);
    }

    @Override
    public int count() {
      return n / size;
    }

    @Override
    public RowFilter.Needs needs() {
      return RowFilter.Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      double[][] mix = new double[count()][n];
      for (int i = 0; i < count() * size; i++) {
        mix[i / size][i] = 1.0 / size;
      }
      return mix;
    }
  }

  /** A number that may be anything above zero. */
  record ShoutParameters(
      @Param(value = "how loud", defaultValue = "10", min = Double.MIN_VALUE) double scale) {}

  static final class Shout implements DataFault {
    @Inject
    Shout(ShoutParameters parameters) {}

    @Override
    public void corrupt(Batch batch, AgentRound at) {}
  }

  static final class Mumble implements DataFault {
    @Inject
    Mumble() {}

    @Override
    public void corrupt(Batch batch, AgentRound at) {}
  }

  /** Parameters that have to suit each other. */
  record PebblesParameters(
      @Param(value = "a title", defaultValue = "pebbles on a beach") String title,
      @Param(value = "how many", defaultValue = "8") int count) {
    PebblesParameters {
      if (count % 2 != 0) {
        throw new ConfigurationException("count", "expected an even number, not " + count);
      }
      if (title.isBlank()) {
        throw new IllegalArgumentException("pebbles want a title");
      }
    }
  }

  static final class Pebbles implements Dataset {
    @Inject
    Pebbles(PebblesParameters parameters) {}

    @Override
    public Shape inputShape() {
      return Shape.of(1);
    }

    @Override
    public int classes() {
      return 2;
    }

    @Override
    public Samples training() {
      throw new UnsupportedOperationException();
    }

    @Override
    public Samples test() {
      throw new UnsupportedOperationException();
    }
  }

  static final class Abacus implements Model {
    @Inject
    Abacus() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return inputs;
    }
  }

  static final class Whole implements Partition {
    @Inject
    Whole() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      return List.of();
    }
  }

  /** What a bare number stands for. */
  record SteadyParameters(@Param(value = "the step size", min = Double.MIN_VALUE) double value) {}

  static final class Steady implements StepSizeSchedule {
    @Inject
    Steady(SteadyParameters parameters) {}

    @Override
    public double at(int round) {
      return 1;
    }
  }

  /** One that must be given and one that need not. */
  public record FadingParameters(
      @Param(value = "the first step size", min = Double.MIN_VALUE) double start,
      @Param(value = "how fast it fades", defaultValue = "1e-3", min = 0, max = 1) double rate) {}

  static final class Fading implements StepSizeSchedule {
    @Inject
    Fading(FadingParameters parameters) {}

    @Override
    public double at(int round) {
      return 1;
    }
  }
}
