package dev.varangian.core.simulation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.RunMemory;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.FaultAssignment;
import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.core.wiring.ComponentMetric;
import dev.varangian.core.wiring.Components;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.core.wiring.Server;
import dev.varangian.core.wiring.TracedModel;
import dev.varangian.spi.Component;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.training.Model;
import dev.varangian.spi.training.StepSizeSchedule;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A run put together by hand, without declarations and injectors. */
final class TestRun {
  final int agents;
  long seed = 5;
  int batchSize = 3;
  int rounds = 5;
  int evaluateEvery = 2;
  double averaging = 0;
  Dataset dataset = ArrayDataset.regression(3, 50, 40);
  Model model = new Models.Regression();
  StepSizeSchedule stepSize = round -> 0.3 / (1 + round);
  GradientFilter filter;
  final List<ActiveFault> faults = new ArrayList<>();
  List<Partition.Part> parts;
  final Components components =
      new Components(new DataDirectory(Path.of("nowhere")), 5, new Calls());
  final RunMemory memory = components.memory();

  TestRun(int agents) {
    this.agents = agents;
    this.filter = Filters.Weighted.rising(agents);
    this.parts = Collections.nCopies(agents, Partition.Part.whole(50));
  }

  TestRun fault(Fault fault, Integer... agents) {
    return faultBetween(1, Integer.MAX_VALUE, fault, agents);
  }

  TestRun faultBetween(int from, int until, Fault fault, Integer... agents) {
    Choice<Fault> choice = Choices.of(Component.fault("shout", fault.getClass()));
    faults.add(new ActiveFault(fault, List.of(agents), from, until, Optional.of(choice)));
    return this;
  }

  PreparedRun prepared() {
    List<FaultAssignment> assignments =
        faults.stream()
            .map(
                fault ->
                    new FaultAssignment(
                        fault.choice().orElseThrow(), fault.agents(), fault.from(), fault.until()))
            .toList();
    RunSpec spec =
        new RunSpec(
            seed,
            Choices.of(Component.model("model", model.getClass())),
            Choices.of(Component.dataset("data", dataset.getClass())),
            agents,
            assignments,
            assignments.size(),
            batchSize,
            rounds,
            Choices.of(Component.schedule("schedule", stepSize.getClass())),
            averaging,
            List.of(),
            Choices.of(Component.filter("sieve", filter.getClass())),
            Choices.of(Component.partition("partition", Partition.class)),
            evaluateEvery);
    TracedModel onBatches = TracedModel.of(model, dataset, batchSize);
    Geometry geometry = new Geometry(agents, spec.tolerance(), onBatches.dimension());
    Server server = new Server(components, List.of(), spec.filter(), filter, geometry, geometry);
    return new PreparedRun(
        spec,
        dataset,
        onBatches,
        TracedModel.of(model, dataset, 1),
        server,
        List.copyOf(faults),
        parts,
        stepSize,
        ComponentMetric.of(server, faults));
  }

  RecordedRun run() {
    return run(1);
  }

  RecordedRun run(int threads) {
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      return RecordedRun.of(prepared(), workers);
    }
  }
}
