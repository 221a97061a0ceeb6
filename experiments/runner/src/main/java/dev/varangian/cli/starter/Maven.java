package dev.varangian.cli.starter;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The user's Maven, with the user's settings.
 *
 * @param program the file to start
 * @param environment variables that it gets beside those of this process
 */
public record Maven(Path program, Map<String, String> environment) {

  /** Maven went wrong; the message is the first line that it says of it. */
  public static final class Failure extends Exception {
    private static final long serialVersionUID = 1L;

    Failure(String message) {
      super(message);
    }
  }

  /** The Maven on the PATH; empty if there is none. */
  public static Optional<Maven> find(Map<String, String> environment) {
    return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
        .filter(folder -> !folder.isBlank())
        .map(folder -> Path.of(folder, "mvn"))
        .filter(Files::isExecutable)
        .findFirst()
        .map(program -> new Maven(program, environment));
  }

  /** Runs a goal or phase of a {@code pom.xml}. */
  void run(Path pom, String goal) throws IOException, Failure {
    List<String> command = new ArrayList<>(List.of(program.toString(), "-q", "-B", "-ntp"));
    command.addAll(List.of("-f", pom.toString(), goal));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new Failure(program + " can't be started: " + e.getMessage());
    }
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    int code;
    try {
      code = process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new Failure("Maven was interrupted");
    }
    if (code != 0) {
      throw new Failure(firstError(said));
    }
  }

  private static String firstError(String said) {
    return said.lines()
        .map(line -> line.replaceAll("\u001b\\[[0-9;]*m", ""))
        .filter(line -> line.startsWith("[ERROR]"))
        .findFirst()
        .map(line -> line.substring("[ERROR]".length()).strip())
        .orElseGet(() -> said.lines().findFirst().orElse("it does not say why"));
  }
}
