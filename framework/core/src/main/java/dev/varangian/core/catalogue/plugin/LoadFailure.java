package dev.varangian.core.catalogue.plugin;

import dev.varangian.spi.SpiVersion;
import java.lang.reflect.InvocationTargetException;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Describes in one line why a third-party class could not be loaded and how to fix that. */
public final class LoadFailure {
  private static final Pattern CLASS_FILE = Pattern.compile("class file version (\\d+)");

  /** The class file version of Java 1.0 was 45. */
  private static final int BEFORE_JAVA = 44;

  private LoadFailure() {}

  /**
   * The reason.
   *
   * @param doing the activity, for instance {@code declaring its components}
   */
  public static String reason(Throwable failure, String doing) {
    Throwable cause = innermost(failure);
    String message = Objects.requireNonNullElse(cause.getMessage(), "");
    message = message.lines().findFirst().orElse("");
    if (cause instanceof UnsupportedClassVersionError) {
      return newerJava(message);
    }
    if (cause instanceof ClassNotFoundException
        || cause instanceof NoClassDefFoundError && !message.contains(" ")) {
      return missing(message.replace('/', '.'));
    }
    String what = cause.getClass().getSimpleName() + (message.isEmpty() ? "" : ": " + message);
    if (cause instanceof LinkageError) {
      return "it is not compatible with version "
          + SpiVersion.CURRENT
          + " of the plugin API or with one of its libraries ("
          + what
          + "): rebuild it against them";
    }
    return "it failed while " + doing + "; its author has to fix this: " + what;
  }

  private static Throwable innermost(Throwable failure) {
    Throwable cause = failure;
    while ((cause instanceof InvocationTargetException
            || cause instanceof ExceptionInInitializerError)
        && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static String newerJava(String message) {
    Matcher version = CLASS_FILE.matcher(message);
    int running = Runtime.version().feature();
    return "it is built for "
        + (version.find()
            ? "Java " + (Integer.parseInt(version.group(1)) - BEFORE_JAVA)
            : "a newer Java")
        + ", but this is Java "
        + running
        + ": build it with --release 17, or run a newer Java";
  }

  private static String missing(String type) {
    return type.startsWith("dev.varangian.spi.") || type.startsWith("dev.varangian.tensor.")
        ? "it needs the class "
            + type
            + ", which is not in version "
            + SpiVersion.CURRENT
            + " of the plugin API: build it for that version"
        : "it needs the class "
            + type
            + ", which is not in the jar: pack its libraries into the jar, or put the jar and its libraries into a subfolder of"
            + " a plugins folder";
  }
}
