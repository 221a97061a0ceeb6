package dev.varangian.core.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.simulation.ArrayDataset;
import dev.varangian.core.simulation.Choices;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.PreAggregator;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.training.Layers;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PreparationTest {
  private final Preparation preparation = new Preparation(new DataDirectory(Path.of("data")));

  private Choice<Model> model = Choices.of(Component.model("regression", LinearModel.class));
  private Choice<Dataset> dataset = Choices.of(Component.dataset("small", SmallDataset.class));
  private Choice<GradientFilter> filter = Choices.of(Component.filter("keep", Keep.class));
  private Choice<Fault> fault = Choices.of(Component.fault("collude", Collude.class));
  private Choice<Partition> partition = Choices.of(Component.partition("all", All.class));
  private Choice<StepSizeSchedule> stepSize =
      Choices.of(Component.schedule("constant", Constant.class));
  private List<Choice<PreAggregator>> preAggregators = List.of();
  private int agents = 6;
  private int tolerance = 2;
  private List<Integer> faulty = List.of(0);

  private Attempt<PreparedRun> attempt() {
    return preparation.prepare(
        new RunSpec(
            1,
            model,
            dataset,
            agents,
            List.of(new FaultAssignment(fault, faulty, 1, 100)),
            tolerance,
            2,
            100,
            stepSize,
            0.5,
            preAggregators,
            filter,
            partition,
            10));
  }

  private PreparedRun prepared() {
    Attempt<PreparedRun> attempt = attempt();
    assertThat(attempt.problems()).isEmpty();
    return attempt.get();
  }

  private List<String> problems() {
    return attempt().problems().stream().map(Problem::toString).toList();
  }

  static class SmallDataset implements Dataset {
    private final ArrayDataset arrays;

    @Inject
    SmallDataset() {
      this(3);
    }

    SmallDataset(int inputs) {
      this.arrays = ArrayDataset.regression(inputs, 10, 10);
    }

    @Override
    public Shape inputShape() {
      return arrays.inputShape();
    }

    @Override
    public Shape targetShape() {
      return arrays.targetShape();
    }

    @Override
    public int classes() {
      return 0;
    }

    @Override
    public Samples training() {
      return arrays.training();
    }

    @Override
    public Samples test() {
      return arrays.test();
    }
  }

  static final class Narrow extends SmallDataset {
    @Inject
    Narrow() {
      super(1);
    }
  }

  static class LinearModel implements Model {
    @Inject
    LinearModel() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return layers.dense("out", inputs, outputs);
    }

    @Override
    public Tensor loss(Tensor scores, Tensor targets) {
      return scores.meanSquaredError(targets);
    }
  }

  static final class Keep implements RowFilter {
    final Geometry geometry;

    @Inject
    Keep(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("n > 2f", geometry.n() > 2 * geometry.f());
    }

    @Override
    public Condition resilience() {
      return new Condition("n > 4f", geometry.n() > 4 * geometry.f());
    }

    @Override
    public Needs needs() {
      return Needs.NOTHING;
    }

    @Override
    public double[] weights(Points points) {
      return new double[points.count()];
    }
  }

  static final class Pairs implements PreAggregator {
    private final Geometry geometry;

    @Inject
    Pairs(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("n >= 3", geometry.n() >= 3);
    }

    @Override
    public int count() {
      return geometry.n() / 2;
    }

    @Override
    public RowFilter.Needs needs() {
      return RowFilter.Needs.NOTHING;
    }

    @Override
    public double[][] mix(Points points) {
      return new double[count()][points.count()];
    }
  }

  static final class Collude implements DataFault {
    final Geometry geometry;

    @Inject
    Collude(Geometry geometry) {
      this.geometry = geometry;
    }

    @Override
    public Condition hardBound() {
      return new Condition("2f < n", 2 * geometry.f() < geometry.n());
    }

    @Override
    public void corrupt(Batch batch, AgentRound at) {}
  }

  static final class All implements Partition {
    @Inject
    All() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      return Collections.nCopies(agents, Part.whole(training.size()));
    }
  }

  static final class Constant implements StepSizeSchedule {
    @Inject
    Constant() {}

    @Override
    public double at(int round) {
      return 0.1;
    }
  }

  @Test
  void filters_are_told_the_tolerance_and_faults_the_real_number() {
    faulty = List.of(1, 3, 4);
    tolerance = 2;
    agents = 7;
    PreparedRun run = prepared();
    assertThat(((Keep) run.server().filter()).geometry).isEqualTo(new Geometry(7, 2, 4));
    assertThat(((Collude) run.faults().get(0).fault()).geometry).isEqualTo(new Geometry(7, 3, 4));
    assertThat(run.faults().get(0).agents()).containsExactly(1, 3, 4);
    assertThat(run.dimension()).isEqualTo(4);
    assertThat(run.parts()).hasSize(7);
  }

  @Test
  void an_unmet_resilience_condition_is_a_warning_not_a_problem() {
    PreparedRun run = prepared();
    assertThat(run.server().warning())
        .contains("warning: keep has no resilience guarantee at n = 6, f = 2 (requires n > 4f)");
  }

  @Test
  void a_hard_bound_that_is_not_met_names_n_and_f() {
    tolerance = 3;
    assertThat(problems())
        .containsExactly("test.yaml:7 filter: keep requires n > 2f, but n = 6, f = 3");
  }

  @Test
  void all_components_that_do_not_fit_are_reported_at_once() {
    tolerance = 3;
    faulty = List.of(0, 1, 2);
    partition = Choices.of(Component.partition("few", Few.class));
    stepSize = Choices.of(Component.schedule("picky", Picky.class));
    assertThat(problems())
        .containsExactly(
            "test.yaml:7 filter: keep requires n > 2f, but n = 6, f = 3",
            "test.yaml:7 fault: collude requires 2f < n, but n = 6, f = 3",
            "test.yaml:7 partition: the partition few does not fit: it made 1 parts, expected n ="
                + " 6",
            "test.yaml:7 schedule.decay: expected less than 1");
  }

  static final class Few implements Partition {
    @Inject
    Few() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      return List.of(Part.whole(training.size()));
    }
  }

  static final class Picky implements StepSizeSchedule {
    @Inject
    Picky() {
      throw new ConfigurationException("decay", "expected less than 1");
    }

    @Override
    public double at(int round) {
      return 1;
    }
  }

  static final class Empty implements Partition {
    @Inject
    Empty() {}

    @Override
    public List<Part> split(Samples training, int agents) {
      List<Part> parts = new ArrayList<>(Collections.nCopies(agents, Part.of(1, 2)));
      parts.set(3, Part.of());
      return parts;
    }
  }

  @Test
  void an_agent_without_samples_is_a_problem() {
    partition = Choices.of(Component.partition("empty", Empty.class));
    assertThat(problems())
        .containsExactly(
            "test.yaml:7 partition: the partition empty does not fit: agent 4 has no samples");
  }

  static final class Images extends LinearModel {
    @Inject
    Images() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      if (inputs.shape().rank() != 4) {
        throw new IllegalArgumentException("expected images, not " + inputs.shape());
      }
      return super.scores(layers, inputs.flatten(), outputs);
    }
  }

  static final class TooMany extends LinearModel {
    @Inject
    TooMany() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return super.scores(layers, inputs, outputs + 1);
    }
  }

  static final class Idle extends LinearModel {
    @Inject
    Idle() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      layers.parameter("idle", Shape.of(2), 1);
      return super.scores(layers, inputs, outputs);
    }
  }

  static final class Fixed extends LinearModel {
    @Inject
    Fixed() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      return inputs.relu();
    }
  }

  static final class OneValue extends LinearModel {
    @Inject
    OneValue() {}

    @Override
    public Tensor scores(Layers layers, Tensor inputs, int outputs) {
      Tensor together = inputs.reshape(1, inputs.shape().size());
      Tensor normalised = layers.batchNorm("norm", together);
      return super.scores(layers, normalised.reshape(inputs.shape().dimension(0), 3), outputs);
    }
  }

  private void refusesModel(Class<? extends Model> type, String message) {
    model = Choices.of(Component.model("odd", type));
    assertThat(problems())
        .containsExactly(
            "test.yaml:7 model: the model odd does not fit the data set "
                + dataset.component().name()
                + ": "
                + message);
  }

  @Test
  void a_model_that_does_not_fit_the_data_is_reported_with_its_shapes() {
    refusesModel(Images.class, "expected images, not [1, 3]");
    refusesModel(TooMany.class, "the model's scores have shape [1, 2], expected [1, 1]");
    refusesModel(Idle.class, "the loss does not depend on parameter idle");
    refusesModel(
        OneValue.class,
        "batchNorm: a batch of shape [1, 6] has one value for each channel, expected at least 2 (a"
            + " larger batch size)");
    dataset = Choices.of(Component.dataset("narrow", Narrow.class));
    refusesModel(Fixed.class, "it has no parameters");
  }

  static final class Missing implements Dataset {
    @Inject
    Missing(DataDirectory data) {
      throw new ConfigurationException("not found: " + data.path());
    }

    @Override
    public Shape inputShape() {
      return Shape.of();
    }

    @Override
    public int classes() {
      return 0;
    }

    @Override
    public Samples training() {
      throw new AssertionError();
    }

    @Override
    public Samples test() {
      throw new AssertionError();
    }
  }

  @Test
  void unreadable_data_is_reported_at_the_data_set() {
    dataset = Choices.of(Component.dataset("missing", Missing.class));
    assertThat(problems()).containsExactly("test.yaml:7 dataset: not found: data");
  }

  @Test
  void a_data_set_is_opened_once_for_all_runs() {
    PreparedRun first = prepared();
    tolerance = 1;
    PreparedRun second = prepared();
    assertThat(second.dataset()).isSameAs(first.dataset());
    assertThat(second.server().filter()).isNotSameAs(first.server().filter());
  }

  @Test
  void gradients_beyond_the_memory_are_rejected_before_anything_is_allocated() {
    agents = 200_000_000;
    faulty = List.of(0);
    tolerance = 1;
    assertThat(problems())
        .singleElement()
        .asString()
        .matches(
            "test.yaml:7 model: 400000009 gradients of 4 numbers need 6.0 GiB, but this JVM may use"
                + " only [0-9.]+ GiB \\(to raise the limit: VARANGIAN_OPTS=-Xmx…\\)");
  }

  @Test
  void the_filter_is_told_how_many_vectors_the_pre_aggregators_leave() {
    Choice<PreAggregator> pairs = Choices.of(Component.preAggregator("pairs", Pairs.class));
    preAggregators = List.of(pairs, pairs);
    agents = 15;
    tolerance = 1;
    PreparedRun run = prepared();

    assertThat(((Keep) run.server().filter()).geometry.n()).isEqualTo(3);
    assertThat(((Keep) run.server().filter()).geometry.f()).isEqualTo(1);
    assertThat(run.server().seen().n()).isEqualTo(3);
  }

  @Test
  void a_bound_that_pre_aggregators_break_names_them() {
    Choice<PreAggregator> pairs = Choices.of(Component.preAggregator("pairs", Pairs.class));
    preAggregators = List.of(pairs);
    agents = 8;
    tolerance = 2;
    assertThat(problems())
        .containsExactly("test.yaml:7 filter: keep requires n > 2f, but n = 4, f = 2 after pairs");
    agents = 5;
    tolerance = 0;
    preAggregators = List.of(pairs, pairs);
    assertThat(problems())
        .containsExactly("test.yaml:7 pre-aggregator: pairs requires n >= 3, but n = 2, f = 0");
  }
}
