package dev.varangian.cli;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.spi.Kind;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All components that there are. The system property {@code varangian.plugins} adds foreign jars,
 * or folders of them, so that their authors can run what holds for every component.
 */
final class TestCatalogue {
  private static final Catalogue ALL = Catalogue.discover(foreign());

  private TestCatalogue() {}

  private static List<Path> foreign() {
    return Stream.of(System.getProperty("varangian.plugins", "").split(File.pathSeparator))
        .filter(place -> !place.isBlank())
        .map(Path::of)
        .toList();
  }

  static Catalogue all() {
    return ALL;
  }

  static List<String> names(Kind kind) {
    return ALL.names(kind);
  }
}
