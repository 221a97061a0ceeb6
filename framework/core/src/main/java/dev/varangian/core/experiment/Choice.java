package dev.varangian.core.experiment;

import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.spi.Component;

/**
 * A component chosen by an experiment, with its parameters.
 *
 * @param component its declaration
 * @param parameters an instance of the component's parameter record
 * @param origin where it was chosen
 */
public record Choice<T>(Component<T> component, Record parameters, Origin origin) {}
