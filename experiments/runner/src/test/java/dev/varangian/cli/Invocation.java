package dev.varangian.cli;

import dev.varangian.cli.terminal.Console;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What the command did when it was called in this process.
 *
 * @param code the exit code
 * @param out what it printed to standard output
 * @param err what it printed to standard error
 */
public record Invocation(int code, String out, String err) {

  /** Calls the command without any environment variables. */
  static Invocation of(String... arguments) {
    return with(Map.of(), arguments);
  }

  /** Calls the command with these environment variables. */
  static Invocation with(Map<String, String> environment, String... arguments) {
    return at(Path.of("no-such-home"), environment, arguments);
  }

  /** Calls the command of a checkout whose experiments lie in {@code home}. */
  static Invocation at(Path home, Map<String, String> environment, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        new Main(
                new Console(
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    false,
                    List.of(arguments),
                    environment,
                    home))
            .run(arguments);
    return new Invocation(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** The root of the checkout, above the module that is tested. */
  static Path checkout() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null && !Files.isDirectory(folder.resolve("framework"))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      throw new IllegalStateException("the tests do not run inside a checkout");
    }
    return folder;
  }
}
