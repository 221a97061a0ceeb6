package dev.varangian.cli.terminal;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

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
public record Console(
    PrintStream out,
    PrintStream err,
    boolean terminal,
    List<String> arguments,
    Map<String, String> environment,
    Path home) {

  /** A line for the person at the keyboard, without what a terminal might take for commands. */
  public void note(String line) {
    err.println("varangian: " + line.replaceAll("[\\p{Cc}&&[^\n\t]]", "?"));
  }

  /** The command line to be typed again, without the arguments that don't pass. */
  public String commandLine(Predicate<String> keep) {
    StringBuilder line =
        new StringBuilder(environment.getOrDefault("VARANGIAN_LAUNCHER", "varangian"));
    arguments.stream().filter(keep).forEach(argument -> line.append(' ').append(quoted(argument)));
    return line.toString();
  }

  private static String quoted(String argument) {
    return argument.matches("[A-Za-z0-9_@%+=:,./-]+")
        ? argument
        : "'" + argument.replace("'", "'\\''") + "'";
  }
}
