package dev.varangian.conformance.check;

import java.util.Arrays;
import java.util.Objects;

/** Describes an exception. */
public final class ExceptionText {
  private ExceptionText() {}

  /**
   * Returns the innermost cause and where it was thrown, for instance {@code throws
   * IndexOutOfBoundsException: Index 3 out of bounds for length 3 (Shout.java:17)}.
   *
   * @param component the component; the first frame in its package is included
   */
  public static String text(Throwable e, Class<?> component) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message =
        Objects.requireNonNullElse(cause.getMessage(), "").lines().findFirst().orElse("");
    return "throws "
        + cause.getClass().getSimpleName()
        + (message.isEmpty() ? "" : ": " + message)
        + place(cause, component);
  }

  private static String place(Throwable e, Class<?> component) {
    String own = component.getPackageName();
    return Arrays.stream(e.getStackTrace())
        .filter(frame -> packageOf(frame).equals(own))
        .findFirst()
        .map(frame -> " (" + frame.getFileName() + ":" + frame.getLineNumber() + ")")
        .orElse("");
  }

  private static String packageOf(StackTraceElement frame) {
    String type = frame.getClassName();
    int dot = type.lastIndexOf('.');
    return dot < 0 ? "" : type.substring(0, dot);
  }
}
