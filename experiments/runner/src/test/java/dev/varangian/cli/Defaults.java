package dev.varangian.cli;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Origin;
import dev.varangian.core.simulation.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.Kind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Makes every component of the catalogue with its default parameters. */
final class Defaults {
  private static final Catalogue CATALOGUE = Catalogue.discover(List.of());

  private Defaults() {}

  static List<String> names(Kind kind) {
    return CATALOGUE.names(kind);
  }

  static <T> T make(Kind kind, Class<T> type, String name, Geometry geometry) {
    Component<T> component = CATALOGUE.find(kind, type, name).orElseThrow();
    Record parameters = CATALOGUE.parameters(component).bind(Map.of());
    Choice<T> choice = new Choice<>(component, parameters, new Origin("test.yaml", 1, name));
    return new Wiring(new DataDirectory(Path.of("nowhere")), 11).make(choice, geometry);
  }
}
