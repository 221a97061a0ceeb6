package dev.varangian.cli.commands;

import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import java.io.IOException;
import java.util.List;

/** One of the things that {@code varangian} does. Its fields are JCommander's options. */
public interface Command {

  /** What it does: a line of at most 64 characters, an imperative without a full stop. */
  String summary();

  /** More on it, a paragraph; empty if the summary says all. */
  default String details() {
    return "";
  }

  /** Its arguments beside the options, for instance {@code FILE…}. */
  String usage();

  /** Invocations that work, shown by {@code --help}. */
  List<String> examples();

  /**
   * Runs the command.
   *
   * @throws UserErrorException for an error that is the user's to correct
   */
  void run(Console console) throws IOException;
}
