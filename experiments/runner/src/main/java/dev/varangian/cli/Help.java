package dev.varangian.cli;

import com.beust.jcommander.JCommander;
import com.beust.jcommander.ParameterDescription;
import dev.varangian.cli.commands.Command;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.spi.Kind;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The texts of {@code --help}. */
final class Help {
  private static final String KINDS =
      Arrays.stream(Kind.values()).map(Kind::label).collect(Collectors.joining(", "));

  private Help() {}

  static String ofAll(Map<String, Command> commands) {
    StringBuilder text = new StringBuilder();
    text.append("varangian: experiments in Byzantine fault-tolerant distributed learning\n\n");
    text.append("Usage: varangian COMMAND …\n\n");
    text.append(
        Columns.of(
            commands.entrySet().stream()
                .map(
                    entry ->
                        List.of(
                            "  " + entry.getKey() + " " + entry.getValue().usage(),
                            entry.getValue().summary()))
                .toList()));
    text.append("\nvarangian COMMAND --help tells more. A first run:\n");
    text.append("  varangian run experiments/quickstart.yaml\n");
    return text.toString();
  }

  static String of(String name, Command command, JCommander parser) {
    StringBuilder text = new StringBuilder();
    text.append("Usage: varangian ").append(name);
    text.append(command.usage().isEmpty() ? "" : " " + command.usage());
    text.append(" [option…]\n").append(command.summary()).append(".\n");
    if (command.usage().contains("KIND")) {
      text.append("A kind is one of ").append(KINDS).append(".\n");
    }
    text.append("\nOptions:\n");
    text.append(
        Columns.of(
            parser.getParameters().stream()
                .sorted(Comparator.comparing(ParameterDescription::getNames))
                .map(
                    option ->
                        List.of("  " + option.getNames() + value(option), option.getDescription()))
                .toList()));
    text.append("\nExample").append(command.examples().size() > 1 ? "s:\n" : ":\n");
    command.examples().forEach(line -> text.append("  ").append(line).append('\n'));
    return text.toString();
  }

  private static String value(ParameterDescription option) {
    String word = option.getParameter().getParameter().placeholder();
    return word.isEmpty() ? "" : " " + word;
  }
}
