package dev.varangian.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import dev.varangian.cli.starter.Maven;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Maven and the command as somebody calls them who works in a folder of their own. The local
 * repository is one of the moment: it shows what the outer build's has, except for Varangian
 * itself. As with the outer build, Maven is offline or not.
 *
 * @param folder the working folder; Maven's settings lie in its {@code .mvn}
 * @param repository the local repository
 */
record ExternalMavenBuild(Path folder, Path repository) implements AutoCloseable {
  private static final String OWN = "dev/varangian";

  /** Skips the test where there is no Maven. */
  static ExternalMavenBuild in(Path folder, Path repository) throws IOException {
    assumeThat(Maven.find(System.getenv())).as("no mvn on the PATH").isPresent();
    String outer =
        System.getProperty(
            "localRepository",
            Path.of(System.getProperty("user.home"), ".m2", "repository").toString());
    show(Path.of(outer), repository, "");
    List<String> settings = new ArrayList<>(List.of("-Dmaven.repo.local=" + repository));
    if (outerIsOffline()) {
      settings.add("-o");
    }
    Path mvn = Files.createDirectories(folder.resolve(".mvn"));
    Files.write(mvn.resolve("maven.config"), settings);
    return new ExternalMavenBuild(folder, repository);
  }

  private static boolean outerIsOffline() {
    String call = " " + System.getenv().getOrDefault("MAVEN_CMD_LINE_ARGS", "") + " ";
    return call.contains(" -o ") || call.contains(" --offline ");
  }

  /** Whether Maven fetches nothing. */
  boolean isOffline() {
    return outerIsOffline();
  }

  /** Links to all that is in {@code from}, with real folders on the way to Varangian's. */
  private static void show(Path from, Path to, String path) throws IOException {
    Files.createDirectories(to);
    if (path.equals(OWN + "/") || !Files.isDirectory(from)) {
      return;
    }
    List<Path> entries;
    try (Stream<Path> list = Files.list(from)) {
      entries = list.toList();
    }
    for (Path entry : entries) {
      String name = path + entry.getFileName() + "/";
      Path link = to.resolve(entry.getFileName());
      if ((OWN + "/").startsWith(name)) {
        show(entry, link, name);
      } else {
        Files.createSymbolicLink(link, entry);
      }
    }
  }

  /** Calls Maven. */
  Invocation mvn(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Maven.find(System.getenv()).orElseThrow().program().toString());
    command.addAll(List.of("-B", "-ntp"));
    command.addAll(List.of(arguments));
    return call(command);
  }

  /** Calls the command of this checkout. */
  Invocation varangian(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--add-modules", "jdk.incubator.vector"));
    command.add("-Dvarangian.home=" + Invocation.checkout().resolve("experiments"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(List.of(arguments));
    return call(command);
  }

  private Invocation call(List<String> command) throws IOException, InterruptedException {
    Path out = Files.createTempFile("out", ".txt");
    Path err = Files.createTempFile("err", ".txt");
    try {
      int code =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile())
              .start()
              .waitFor();
      return new Invocation(
          code,
          Files.readString(out, StandardCharsets.UTF_8),
          Files.readString(err, StandardCharsets.UTF_8));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Takes the links away, and nothing that they lead to. */
  @Override
  public void close() throws IOException {
    List<Path> links;
    try (Stream<Path> walk = Files.walk(repository)) {
      links = walk.filter(Files::isSymbolicLink).toList();
    }
    for (Path link : links) {
      Files.delete(link);
    }
  }
}
