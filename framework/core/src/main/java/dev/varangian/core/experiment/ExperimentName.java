package dev.varangian.core.experiment;

import java.nio.file.Path;
import java.util.Optional;

/** The name of an experiment, which its results' folder is called by. */
final class ExperimentName {
  private static final int LONGEST = 100;

  private ExperimentName() {}

  /** The name that is given, or the file's without its extension. */
  static String read(Node.Mapping root, Path file, Problems problems) {
    Node.Entry entry = root.entries().get(Key.NAME.label());
    if (entry == null) {
      return Optional.ofNullable(file.getFileName())
          .map(name -> name.toString().replaceFirst("(?<=.)\\.[^.]*$", ""))
          .orElse("experiment");
    }
    if (entry.value() instanceof Node.Scalar scalar && canBeFolder(scalar.text())) {
      return scalar.text();
    }
    problems.add(
        entry.value().origin(),
        "expected a name that a folder can have, not " + entry.value().description());
    return "";
  }

  private static boolean canBeFolder(String name) {
    return !name.isBlank()
        && name.equals(name.strip())
        && name.length() <= LONGEST
        && !name.startsWith(".")
        && name.chars().noneMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c));
  }
}
