package dev.varangian.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The command's surroundings.
 *
 * @param out for data
 * @param err for all else
 * @param terminal whether a person watches {@code err}
 * @param arguments the command line
 * @param environment the environment variables
 * @param home the folder that holds the launcher's {@code bin}
 */
record Console(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    List<String> arguments,
    Map<String, String> environment,
    Path home) {

  /** A line for the person at the keyboard. */
  void note(String line) {
    err.println("varangian: " + line);
  }
}
