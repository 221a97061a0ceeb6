package dev.varangian.core.experiment;

import dev.varangian.spi.Component;
import dev.varangian.spi.PreAggregator;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A component that an experiment names, with its parameters bound.
 *
 * @param component its declaration
 * @param parameters an instance of the component's parameter record
 * @param origin where it was named
 */
public record Choice<T>(Component<T> component, Record parameters, Origin origin) {

  /** Names the pre-aggregators, in a message on the sizes that a filter sees; else empty. */
  public static String behind(List<Choice<PreAggregator>> preAggregators) {
    return preAggregators.isEmpty()
        ? ""
        : preAggregators.stream()
            .map(choice -> choice.component().name())
            .collect(Collectors.joining(" and ", " behind ", ""));
  }
}
