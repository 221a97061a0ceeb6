package dev.varangian.cli.starter;

import dev.varangian.spi.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a new component and its class are called.
 *
 * @param name in kebab-case, as experiments write it
 * @param type the class
 * @param packageName the last part of its package
 */
public record StarterName(String name, String type, String packageName) {
  /** A file's name may have 255 bytes, and the longest is the test's. */
  private static final int LONGEST = 60;

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

  /** Packages whose classes the project's sources call by their simple names. */
  private static final List<String> PACKAGES =
      List.of(
          "dev.varangian.spi.",
          "dev.varangian.spi.context.",
          "dev.varangian.spi.data.",
          "dev.varangian.spi.fault.",
          "dev.varangian.spi.filter.",
          "dev.varangian.spi.run.",
          "dev.varangian.spi.training.",
          "dev.varangian.tensor.",
          "dev.varangian.tensor.operation.",
          "java.lang.",
          "java.util.");

  private static final Set<String> OTHERS =
      Set.of("Parameters", "Inject", "Stream", "TestFactory", "DynamicNode", "ConformanceTests");

  /** The names of a component that is to be called {@code name}; empty if it can't be. */
  public static Optional<StarterName> of(Kind kind, String name) {
    if (!KEBAB.matcher(name).matches() || name.length() > LONGEST) {
      return Optional.empty();
    }
    String type = camelCase(name);
    String packageName = name.replace("-", "");
    return Optional.of(
        new StarterName(
            name,
            isTaken(type) ? type + camelCase(kind.label()) : type,
            SourceVersion.isKeyword(packageName) ? packageName + "_" : packageName));
  }

  /** A name that can be used and is like {@code text}; empty if there is none. */
  public static Optional<String> like(String text) {
    String kebab =
        text.replaceAll("([a-z0-9])([A-Z])", "$1-$2")
            .toLowerCase(Locale.ROOT)
            .replaceAll("[^a-z0-9]+", "-")
            .replaceAll("^[-0-9]+|-+$", "");
    return KEBAB.matcher(kebab).matches() && kebab.length() <= LONGEST
        ? Optional.of(kebab)
        : Optional.empty();
  }

  private static String camelCase(String kebab) {
    return Arrays.stream(kebab.split("-", -1))
        .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
        .collect(Collectors.joining());
  }

  private static boolean isTaken(String type) {
    return OTHERS.contains(type) || PACKAGES.stream().anyMatch(each -> exists(each + type));
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type, false, StarterName.class.getClassLoader());
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }
}
