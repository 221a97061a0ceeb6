package dev.varangian.core.experiment;

import dev.varangian.core.experiment.yaml.Node;
import dev.varangian.core.experiment.yaml.Problems;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The name of an experiment, also used for its results folder. */
public final class ExperimentName {
  public static final int LONGEST = 100;
  public static final String PATTERN =
      "^[\\p{L}\\p{N}]([\\p{L}\\p{N} ._()=-]*[\\p{L}\\p{N}._()=-])?$";
  private static final Pattern NAME = Pattern.compile(PATTERN);

  private ExperimentName() {}

  /** Returns the given name, or the file name without its extension. */
  public static String read(Node.Mapping root, Path file, Problems problems) {
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
        "expected a name of letters, digits, spaces and . _ - ( ) = that begins with a letter or digit, at most "
            + LONGEST
            + " of them, not "
            + entry.value().description());
    return "";
  }

  private static boolean canBeFolder(String name) {
    return name.length() <= LONGEST && NAME.matcher(name).matches();
  }
}
