package dev.varangian.cli.commands;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.wiring.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import java.util.Map;

/** A data set with the defaults of its parameters. */
record DefaultDataset(Catalogue catalogue, Component<Dataset> component) {

  /** Whether every parameter has a default. */
  boolean exists() {
    return catalogue.parameters(component).list().stream().noneMatch(DeclaredParameter::isRequired);
  }

  /**
   * Opens it.
   *
   * @throws dev.varangian.spi.context.ConfigurationException if its files are missing or damaged
   */
  Dataset open(DataDirectory data) {
    Record parameters = catalogue.parameters(component).bind(Map.of());
    return new Wiring(data, 0).make(new Choice<>(component, parameters, new Origin("", 0, "")));
  }
}
