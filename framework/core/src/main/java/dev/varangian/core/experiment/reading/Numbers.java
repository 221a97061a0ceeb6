package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Key;
import dev.varangian.spi.context.Param;

/** The numeric keys of an experiment, declared like a component's parameters. */
public record Numbers(
    @Param(value = "the seed of all random numbers", defaultValue = "1") long seed,
    @Param(value = "the number of agents, n", min = 1) int agents,
    @Param(value = "the number of faulty agents, the first ones", defaultValue = "0", min = 0)
        int faulty,
    @Param(value = "the number f of faulty agents that the filter is told", min = 0) int tolerance,
    @Param(value = "the batch size of each agent, k", min = 1) int batchSize,
    @Param(value = "the number of rounds", min = 1) int rounds,
    @Param(
            value = "alpha of gradient averaging",
            defaultValue = "0",
            min = 0,
            max = 0x1.fffffffffffffp-1)
        double averaging,
    @Param(value = "evaluate on the test set every so many rounds", defaultValue = "50", min = 1)
        int evaluateEvery) {
  private static final Parameters PARAMETERS = Parameters.of(Numbers.class);

  public static DeclaredParameter declaration(Key key) {
    return PARAMETERS.find(key.label()).orElseThrow();
  }
}
