package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import dev.varangian.core.experiment.yaml.YamlReader;
import java.util.Optional;

/**
 * A value from the command line that replaces the file's, as {@code path=value}.
 *
 * @param value any YAML, for instance {@code 3} or <code>{name: cge, normalise: sum}</code>
 */
public record Setting(String path, Node value) {
  private static final String OPTION = "--set";

  /** Reads {@code path=value}; empty, with a problem added, if the declaration is invalid that. */
  public static Optional<Setting> parse(String text, Problems problems) {
    int equals = text.indexOf('=');
    if (equals < 1) {
      problems.add(new Origin(OPTION, 0, ""), "expected path=value, not \"" + text + '"');
      return Optional.empty();
    }
    String path = text.substring(0, equals).strip();
    Origin origin = new Origin(OPTION, 0, path);
    String value = text.substring(equals + 1);
    int before = problems.added();
    Optional<Node> node = YamlReader.read(origin, value, problems);
    if (problems.added() > before) {
      return Optional.empty();
    }
    return Optional.of(new Setting(path, node.orElse(new Node.Scalar(origin, "", false))));
  }

  public Origin origin() {
    return new Origin(OPTION, 0, path);
  }
}
