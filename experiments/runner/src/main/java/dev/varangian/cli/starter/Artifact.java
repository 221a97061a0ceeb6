package dev.varangian.cli.starter;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of Varangian's artifacts that plugins are built against.
 *
 * @param name its artifact id
 * @param pom its {@code pom.xml}
 * @param classes the jar, or folder of classes, that this program runs from; empty for the parent,
 *     which has none
 */
record Artifact(String name, Path pom, Optional<Path> classes) {
  /** Modules that the kit needs, each with one of its classes, in the order of their need. */
  private static final List<Module> MODULES =
      List.of(
          new Module("varangian-tensor", "framework/tensor", "dev.varangian.tensor.Tensor"),
          new Module("varangian-spi", "framework/spi", "dev.varangian.spi.Plugin"),
          new Module("varangian-core", "framework/core", "dev.varangian.core.catalogue.Catalogue"),
          new Module(
              "varangian-conformance",
              "framework/conformance",
              "dev.varangian.conformance.Conformance"));

  private record Module(String name, String folder, String type) {}

  /** The parent and the modules. */
  static List<Artifact> of(Checkout checkout) {
    List<Artifact> artifacts = new ArrayList<>();
    artifacts.add(new Artifact("varangian", checkout.pom(""), Optional.empty()));
    for (Module module : MODULES) {
      artifacts.add(
          new Artifact(
              module.name(), checkout.pom(module.folder()), Optional.of(place(module.type()))));
    }
    return artifacts;
  }

  private static Path place(String type) {
    try {
      Class<?> loaded = Class.forName(type, false, Artifact.class.getClassLoader());
      return Path.of(loaded.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (ClassNotFoundException | URISyntaxException e) {
      throw new IllegalStateException(type + " is part of this program", e);
    }
  }

  /** Whether a local repository has exactly this artifact. */
  boolean isIn(Path repository, String version, Path file) throws IOException {
    return same(stored(repository, version, "pom"), pom)
        && (classes.isEmpty() || same(stored(repository, version, "jar"), file));
  }

  /** Whether a local repository has some artifact of this name and version. */
  boolean hasRival(Path repository, String version) {
    return Files.exists(stored(repository, version, "pom"));
  }

  private Path stored(Path repository, String version, String extension) {
    return repository
        .resolve("dev/varangian")
        .resolve(name)
        .resolve(version)
        .resolve(name + "-" + version + "." + extension);
  }

  private static boolean same(Path stored, Path file) throws IOException {
    return Files.isRegularFile(stored) && Files.mismatch(stored, file) < 0;
  }
}
