package dev.varangian.core.experiment.yaml;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree as YAML that reads back as the same tree; each top-level key has its own line. */
public final class YamlWriter {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

  /** Words that some YAML parsers do not read as strings. */
  private static final Set<String> SPECIAL =
      Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

  /** The key whose entries are written one per line. */
  private static final String SWEEP = "sweep";

  private YamlWriter() {}

  /** A document. */
  public static String document(Node.Mapping mapping) {
    StringBuilder yaml = new StringBuilder();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              if (key.equals(SWEEP) && entry.value() instanceof Node.Mapping sweep) {
                yaml.append(key).append(":\n");
                sweep
                    .entries()
                    .forEach((path, axis) -> line(yaml.append("  "), path, axis.value()));
              } else {
                line(yaml, key, entry.value());
              }
            });
    return yaml.toString();
  }

  private static void line(StringBuilder yaml, String key, Node value) {
    yaml.append(text(key)).append(": ").append(flow(value)).append('\n');
  }

  /** Returns a value on one line. */
  public static String flow(Node node) {
    if (node instanceof Node.Scalar scalar) {
      return scalar.quoted() ? text(scalar.text()) : scalar.text();
    }
    if (node instanceof Node.Sequence sequence) {
      return sequence.items().stream()
          .map(YamlWriter::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    return ((Node.Mapping) node)
        .entries().entrySet().stream()
            .map(entry -> text(entry.getKey()) + ": " + flow(entry.getValue().value()))
            .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String text(String text) {
    boolean plain =
        PLAIN.matcher(text).matches() && !SPECIAL.contains(text.toLowerCase(Locale.ROOT));
    return plain ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> quoted.append("\\\"");
        case '\\' -> quoted.append("\\\\");
        case '\n' -> quoted.append("\\n");
        case '\t' -> quoted.append("\\t");
        default -> {
          if (c >= ' ' && c <= '~') {
            quoted.append(c);
          } else {
            quoted.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
          }
        }
      }
    }
    return quoted.append('"').toString();
  }
}
