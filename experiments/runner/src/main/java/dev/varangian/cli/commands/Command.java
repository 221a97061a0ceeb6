package dev.varangian.cli.commands;

import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import java.io.IOException;
import java.util.List;

/** One of the things that {@code varangian} does. Its fields are JCommander's options. */
public interface Command {

  /** What it does, in a line. */
  String summary();

  /** What its words are, for instance {@code FILE…}. */
  String usage();

  /** Invocations that work, for {@code --help}. */
  List<String> examples();

  /** What was given besides options. */
  List<String> words();

  /**
   * Does it.
   *
   * @throws UserErrorException if the user has something to mend
   */
  void run(Console console) throws IOException;
}
