package dev.varangian.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import com.beust.jcommander.ParameterException;
import dev.varangian.cli.commands.AggregateCommand;
import dev.varangian.cli.commands.BenchCommand;
import dev.varangian.cli.commands.CheckPluginCommand;
import dev.varangian.cli.commands.Command;
import dev.varangian.cli.commands.CorruptCommand;
import dev.varangian.cli.commands.DataCommand;
import dev.varangian.cli.commands.DescribeCommand;
import dev.varangian.cli.commands.DoctorCommand;
import dev.varangian.cli.commands.FailedRunsException;
import dev.varangian.cli.commands.ListCommand;
import dev.varangian.cli.commands.Machine;
import dev.varangian.cli.commands.NewCommand;
import dev.varangian.cli.commands.ReportCommand;
import dev.varangian.cli.commands.ReproduceCommand;
import dev.varangian.cli.commands.RunCommand;
import dev.varangian.cli.commands.SchemaCommand;
import dev.varangian.cli.commands.TheoryCommand;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.core.component.ComponentException;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The {@code varangian} command. Exit codes: 0 done, 2 an error that is the user's to correct, 1 an
 * internal error, 130 interrupted.
 */
public final class Main {
  private static final int DONE = 0;
  private static final int INTERNAL_ERROR = 1;
  private static final int USER_ERROR = 2;
  private static final Set<String> HELP = Set.of("--help", "-h", "help");

  private final Console console;
  private final Map<String, Command> commands =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("aggregate", new AggregateCommand()),
              Map.entry("bench", new BenchCommand()),
              Map.entry("check-plugin", new CheckPluginCommand()),
              Map.entry("corrupt", new CorruptCommand()),
              Map.entry("data", new DataCommand()),
              Map.entry("describe", new DescribeCommand()),
              Map.entry("doctor", new DoctorCommand()),
              Map.entry("list", new ListCommand()),
              Map.entry("new", new NewCommand()),
              Map.entry("report", new ReportCommand()),
              Map.entry("reproduce", new ReproduceCommand()),
              Map.entry("run", new RunCommand()),
              Map.entry("schema", new SchemaCommand()),
              Map.entry("theory", new TheoryCommand())));

  Main(Console console) {
    this.console = console;
  }

  /** Runs the command and ends the JVM with its exit code. */
  public static void main(String[] arguments) {
    PrintStream out = utf8(System.out);
    // Standard output is for data; what a plugin prints goes to standard error.
    System.setOut(System.err);
    Console console =
        new Console(
            out,
            utf8(System.err),
            Boolean.getBoolean("varangian.terminal"),
            List.of(arguments),
            System.getenv(),
            Path.of(System.getProperty("varangian.home", ".")));
    int code = new Main(console).run(arguments);
    if (out.checkError()) {
      console.note("the output could not be written completely");
      code = Math.max(code, USER_ERROR);
    }
    System.exit(code);
  }

  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  /** Runs the command and returns its exit code. */
  int run(String... arguments) {
    try {
      dispatch(arguments);
      return DONE;
    } catch (UserErrorException e) {
      e.lines().forEach(console::note);
      return USER_ERROR;
    } catch (InvalidPathException e) {
      console.note(
          "the path \""
              + e.getInput()
              + "\" has characters that this locale cannot write; set LC_ALL=C.UTF-8");
      return USER_ERROR;
    } catch (ParameterException | ConfigurationException e) {
      console.note(String.valueOf(e.getMessage()));
      return USER_ERROR;
    } catch (FailedRunsException e) {
      console.note(String.valueOf(e.getMessage()));
      return e.users() ? USER_ERROR : INTERNAL_ERROR;
    } catch (ComponentException e) {
      if (!e.foreign()) {
        return internalError(e);
      }
      console.note(e.getMessage() + traced(e));
      return USER_ERROR;
    } catch (OutOfMemoryError e) {
      console.note(
          "out of memory: this JVM may use "
              + Machine.memory()
              + "; use fewer agents, a smaller batch size or model, or raise the limit with"
              + " VARANGIAN_OPTS=-Xmx…");
      return USER_ERROR;
    } catch (IOException | RuntimeException | Error e) {
      return internalError(e);
    }
  }

  private void dispatch(String... arguments) throws IOException {
    String kernels = console.environment().getOrDefault("VARANGIAN_KERNELS", "");
    if (!kernels.isEmpty() && !kernels.equals("scalar")) {
      throw new UserErrorException(
          "VARANGIAN_KERNELS: expected scalar or nothing, not \"" + kernels + "\"");
    }
    if (arguments.length == 0) {
      throw new UserErrorException(
          "expected a command: "
              + String.join(", ", commands.keySet())
              + " (see varangian --help)");
    }
    String name = arguments[0];
    if (HELP.contains(name)) {
      console.out().print(Help.ofAll(commands));
      return;
    }
    Command command = commands.get(name);
    if (command == null) {
      throw new UserErrorException(
          "there is no command \""
              + name
              + "\" ("
              + Nearest.to(name, commands.keySet())
                  .map(near -> "nearest: " + near + "; ")
                  .orElse("")
              + "all: varangian --help)");
    }
    JCommander parser = parser(name, command);
    List<String> rest = Arrays.asList(arguments).subList(1, arguments.length);
    if (rest.contains("--help") || rest.contains("-h")) {
      console.out().print(Help.of(name, command, parser));
      return;
    }
    refuseUnknownOptions(name, parser, rest);
    parser.parse(rest.toArray(String[]::new));
    command.run(console);
  }

  private static JCommander parser(String name, Command command) {
    JCommander parser = new JCommander(command);
    parser.setProgramName("varangian " + name);
    parser.setExpandAtSign(false);
    return parser;
  }

  /** JCommander takes an unknown option for an argument, or does not name the nearest known one. */
  private static void refuseUnknownOptions(String name, JCommander parser, List<String> arguments) {
    Map<String, ParameterDescription> known = new TreeMap<>();
    for (ParameterDescription option : parser.getParameters()) {
      for (String each : option.getParameter().names()) {
        known.put(each, option);
      }
    }
    boolean isValue = false;
    for (String argument : arguments) {
      String option = argument.split("=", 2)[0];
      if (!isValue && argument.startsWith("-") && !known.containsKey(option)) {
        throw new UserErrorException(
            "varangian "
                + name
                + " has no option "
                + option
                + " ("
                + Nearest.to(option, known.keySet())
                    .map(near -> "nearest: " + near + "; ")
                    .orElse("")
                + "all: varangian "
                + name
                + " --help)");
      }
      isValue = !isValue && option.equals(argument) && takesValue(known.get(option));
    }
  }

  private static boolean takesValue(@Nullable ParameterDescription option) {
    return option != null && option.getParameterized().getType() != boolean.class;
  }

  private int internalError(Throwable e) {
    String what = e.getMessage() == null ? e.toString() : e.getMessage();
    console.note("internal error: " + what + traced(e));
    return INTERNAL_ERROR;
  }

  /** Writes a trace to a file, and says to which. */
  private static String traced(Throwable e) {
    try {
      Path trace = Files.createTempFile("varangian-", ".log");
      try (PrintWriter writer =
          new PrintWriter(Files.newBufferedWriter(trace, StandardCharsets.UTF_8))) {
        e.printStackTrace(writer);
      }
      return " (trace: " + trace + ")";
    } catch (IOException unwritable) {
      return " (its trace cannot be written to " + System.getProperty("java.io.tmpdir") + ")";
    }
  }
}
