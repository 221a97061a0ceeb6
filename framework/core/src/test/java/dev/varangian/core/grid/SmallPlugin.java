package dev.varangian.core.grid;

import dev.varangian.core.simulation.ArrayDataset;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.run.AgentRow;
import dev.varangian.spi.run.Engine;
import dev.varangian.spi.run.EngineContext;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.RunOutcome;
import dev.varangian.spi.run.Sink;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** All that a sweep needs, as small as can be, with sinks and engines to observe. */
public final class SmallPlugin implements Plugin {
  /** What the sinks have received, a word each; a test clears it. */
  static final List<String> RECEIVED = new CopyOnWriteArrayList<>();

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.model("line", Line.class),
        Component.dataset("points", Points50.class),
        Component.partition("iid", Whole.class),
        Component.schedule("half", Half.class),
        Component.filter("average", Average.class),
        Component.filter("first", First.class),
        Component.of(Kind.SINK, "notes", Notes.class),
        Component.of(Kind.SINK, "clumsy", Clumsy.class),
        Component.of(Kind.ENGINE, "in-order", InOrder.class),
        Component.of(Kind.ENGINE, "lazy", Lazy.class));
  }

  static final class Line implements Model {
    @Inject
    Line() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("out", inputs, outputs);
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return scores.meanSquaredError(targets);
    }
  }

  static final class Points50 implements Dataset {
    private final Dataset data = ArrayDataset.regression(3, 50, 20);

    @Inject
    Points50() {}

    @Override
    public Shape inputShape() {
      return data.inputShape();
    }

    @Override
    public Shape targetShape() {
      return data.targetShape();
    }

    @Override
    public int classes() {
      return data.classes();
    }

    @Override
    public Samples training() {
      return data.training();
    }

    @Override
    public Samples test() {
      return data.test();
    }
  }

  static final class Whole implements Partition {
    @Inject
    Whole() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      return Collections.nCopies(agents, Part.whole(training.size()));
    }
  }

  static final class Half implements StepSizeSchedule {
    @Inject
    Half() {}

    @Override
    public double at(int round) {
      return 0.5 / round;
    }
  }

  static final class Average implements RowFilter {
    @Inject
    Average() {}

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      Arrays.fill(weights, 1.0 / weights.length);
      return weights;
    }
  }

  static final class First implements RowFilter {
    @Inject
    First() {}

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      double[] weights = new double[points.count()];
      weights[0] = 1;
      return weights;
    }
  }

  static final class Notes implements Sink {
    @Inject
    Notes() {}

    @Override
    public void begin(RunDescription run, int resumedAfter) {
      RECEIVED.add("begin " + run.swept() + " after " + resumedAfter);
    }

    @Override
    public void round(RoundRow round, List<AgentRow> agents) {
      RECEIVED.add("round " + round.round() + " of " + agents.size());
    }

    @Override
    public void end(RunOutcome outcome) {
      RECEIVED.add("end " + outcome.last().round());
    }

    @Override
    public void close() {
      RECEIVED.add("close");
    }
  }

  static final class Clumsy implements Sink {
    @Inject
    Clumsy() {}

    @Override
    public void begin(RunDescription run, int resumedAfter) {}

    @Override
    public void round(RoundRow round, List<AgentRow> agents) {
      if (round.round() == 2) {
        throw new IllegalStateException("dropped it");
      }
    }

    @Override
    public void end(RunOutcome outcome) {}
  }

  static final class InOrder implements Engine {
    @Inject
    InOrder() {}

    @Override
    public void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener) {
      runs.forEach(run -> run.execute(listener));
    }
  }

  /** Executes the first run only. */
  static final class Lazy implements Engine {
    @Inject
    Lazy() {}

    @Override
    public void execute(List<ResolvedRun> runs, EngineContext context, EngineListener listener) {
      runs.get(0).execute(listener);
    }
  }
}
