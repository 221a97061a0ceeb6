package dev.varangian.core.experiment.reading;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Key;
import dev.varangian.spi.context.Param;

/** The keys of an experiment whose values are numbers, declared as a component's parameters are. */
public record Numbers(
    @Param(value = "the root of all random numbers", byDefault = "1") long seed,
    @Param(value = "the number of agents, n", min = 1) int agents,
    @Param(value = "how many agents are faulty: the first ones", byDefault = "0", min = 0)
        int faulty,
    @Param(value = "the number f of faulty agents that the filter is told", min = 0) int tolerance,
    @Param(value = "the samples that each agent draws in a round, k", min = 1) int batchSize,
    @Param(value = "how many rounds", min = 1) int rounds,
    @Param(
            value = "alpha of gradient averaging",
            byDefault = "0",
            min = 0,
            max = 0x1.fffffffffffffp-1)
        double averaging,
    @Param(
            value = "the test set is measured in each round that is a multiple of this",
            byDefault = "50",
            min = 1)
        int evaluateEvery) {
  private static final Parameters PARAMETERS = Parameters.of(Numbers.class);

  public static DeclaredParameter declaration(Key key) {
    return PARAMETERS.find(key.label()).orElseThrow();
  }
}
