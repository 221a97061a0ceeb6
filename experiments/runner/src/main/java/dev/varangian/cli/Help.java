package dev.varangian.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import dev.varangian.cli.commands.Command;
import dev.varangian.spi.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.commons.text.WordUtils;

/** The texts of {@code --help}, in lines of at most 80 columns where words allow it. */
final class Help {
  private static final int WIDTH = 80;
  private static final int MARGIN = 2;
  private static final int LONGEST_OPTION = 24;
  private static final String KINDS =
      Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));

  private Help() {}

  static String ofAll(Map<String, Command> commands) {
    int width = commands.keySet().stream().mapToInt(String::length).max().orElse(0) + MARGIN;
    StringBuilder text = new StringBuilder("Usage: varangian COMMAND [OPTION]…\n\n");
    text.append("Experiments in Byzantine fault-tolerant distributed learning.\n\n");
    text.append("Commands:\n");
    commands.forEach((name, command) -> text.append(row(name, command.summary(), width)));
    text.append("\nSee varangian COMMAND --help. To start:\n");
    text.append("  varangian run experiments/quickstart.yaml\n");
    return text.toString();
  }

  static String of(String name, Command command, JCommander parser) {
    StringBuilder text = new StringBuilder();
    String usage = command.usage().isEmpty() ? "" : " " + command.usage();
    text.append(wrapped("Usage: varangian " + name + usage + " [OPTION]…", "    "));
    text.append('\n').append(wrapped(command.summary() + ".", ""));
    if (!command.details().isEmpty()) {
      text.append(wrapped(command.details(), ""));
    }
    if (command.usage().contains("KIND")) {
      text.append(wrapped("KIND is one of " + KINDS + ".", ""));
    }
    text.append("\nOptions:\n");
    List<ParameterDescription> options =
        parser.getParameters().stream()
            .sorted(Comparator.comparing(ParameterDescription::getNames))
            .toList();
    int width =
        options.stream()
                .mapToInt(option -> label(option).length())
                .filter(length -> length <= LONGEST_OPTION)
                .max()
                .orElse(0)
            + MARGIN;
    options.forEach(option -> text.append(row(label(option), option.getDescription(), width)));
    text.append("\nExample").append(command.examples().size() > 1 ? "s:\n" : ":\n");
    command.examples().forEach(line -> text.append(example(line)));
    return text.toString();
  }

  private static String label(ParameterDescription option) {
    String placeholder = option.getParameter().getParameter().placeholder();
    return option.getNames() + (placeholder.isEmpty() ? "" : " " + placeholder);
  }

  /** A name and its meaning side by side; the meaning begins on a line below a long name. */
  private static String row(String name, String meaning, int width) {
    String indent = " ".repeat(MARGIN + width);
    String lines =
        WordUtils.wrap(meaning, WIDTH - indent.length(), "\n" + indent, false, " ").strip();
    String label = " ".repeat(MARGIN) + name;
    return name.length() <= width - MARGIN
        ? label + " ".repeat(width - name.length()) + lines + "\n"
        : label + "\n" + indent + lines + "\n";
  }

  private static String wrapped(String text, String indent) {
    return WordUtils.wrap(text, WIDTH - indent.length(), "\n" + indent, false, " ") + "\n";
  }

  /** A command that can be copied, continued on a second line where it is long. */
  private static String example(String line) {
    return "  " + WordUtils.wrap(line, WIDTH - 8, " \\\n      ", false, " ") + "\n";
  }
}
