package dev.varangian.core.wiring;

import dev.varangian.core.experiment.RunSpec;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.training.Model;
import java.util.List;
import java.util.Locale;

/**
 * A run's model, checked to fit its data set and the available memory.
 *
 * @param onBatches traced for an agent's batch
 * @param onSamples traced for one sample
 */
record TracedModels(TracedModel onBatches, TracedModel onSamples) {

  static Attempt<TracedModels> prepare(Components components, RunSpec spec, Dataset dataset) {
    String toData = " the data set " + spec.dataset().component().name();
    return components
        .attempt(spec.model(), () -> Attempt.of(components.create(spec.model())))
        .then(
            model ->
                components.attempt(
                    spec.model(), toData, () -> Attempt.of(traced(model, dataset, spec))))
        .then(models -> Attempt.of(models, memory(spec, models.onBatches().dimension())));
  }

  private static TracedModels traced(Model model, Dataset dataset, RunSpec spec) {
    TracedModel onSamples = traced(model, dataset, 1);
    TracedModel onBatches = traced(model, dataset, spec.batchSize());
    onBatches.requireTrainable();
    return new TracedModels(onBatches, onSamples);
  }

  /** Also creates a plan, which detects parameters that do not affect the loss. */
  private static TracedModel traced(Model model, Dataset dataset, int samples) {
    TracedModel traced = TracedModel.of(model, dataset, samples);
    if (traced.dimension() == 0) {
      throw new IllegalArgumentException("it has no parameters");
    }
    traced.plan(1, false);
    return traced;
  }

  /** Gradients, what faulty agents send, averages and mixtures are all in memory at once. */
  private static List<Problem> memory(RunSpec spec, int dimension) {
    int forAll = 1 + (spec.averaging() > 0 ? 1 : 0) + (spec.preAggregators().isEmpty() ? 0 : 1);
    long rows = (long) spec.agents() * forAll + spec.faultyAgents().size() + 8;
    double needed = 4.0 * rows * dimension;
    long limit = Runtime.getRuntime().maxMemory();
    if (needed <= 0.9 * limit) {
      return List.of();
    }
    String message =
        String.format(
            Locale.ROOT,
            "%d gradients of %d numbers need %.1f GiB, but this JVM may use only %.1f GiB"
                + " (to raise the limit: VARANGIAN_OPTS=-Xmx…)",
            rows,
            dimension,
            needed / (1 << 30),
            limit / (double) (1 << 30));
    return List.of(new Problem(spec.model().origin(), message));
  }
}
