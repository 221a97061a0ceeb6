package dev.varangian.core.experiment;

import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.spi.Component;

/**
 * A component that an experiment names, with its parameters bound.
 *
 * @param component its declaration
 * @param parameters an instance of the component's parameter record
 * @param origin where it was named
 */
public record Choice<T>(Component<T> component, Record parameters, Origin origin) {}
