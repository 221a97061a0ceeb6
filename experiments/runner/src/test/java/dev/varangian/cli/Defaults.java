package dev.varangian.cli;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Origin;
import dev.varangian.core.simulation.Wiring;
import dev.varangian.spi.Component;
import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.Geometry;
import dev.varangian.spi.Kind;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The catalogue, and every component in it with its default parameters. The system property {@code
 * varangian.plugins} adds foreign jars, or folders of them, so that their authors can run what
 * holds for every component.
 */
final class Defaults {
  private static final Catalogue CATALOGUE = Catalogue.discover(foreign());

  private Defaults() {}

  private static List<Path> foreign() {
    return Stream.of(System.getProperty("varangian.plugins", "").split(File.pathSeparator))
        .filter(place -> !place.isBlank())
        .map(Path::of)
        .toList();
  }

  static Catalogue catalogue() {
    return CATALOGUE;
  }

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
