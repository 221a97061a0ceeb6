package dev.varangian.core.catalogue.plugin;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/** Finds the place in third-party code where a thread is. */
public final class ForeignFrame {
  private ForeignFrame() {}

  /** Returns the innermost stack frame outside the JDK. */
  public static Optional<String> of(Thread thread) {
    return innermost(thread).map(ForeignFrame::text);
  }

  /** Returns the name of that class's loader; empty if it is on the class path. */
  static Optional<String> loader(Thread thread) {
    return innermost(thread)
        .map(StackTraceElement::getClassLoaderName)
        .filter(name -> !name.equals(ClassLoader.getSystemClassLoader().getName()));
  }

  private static Optional<StackTraceElement> innermost(Thread thread) {
    return Arrays.stream(thread.getStackTrace()).filter(frame -> !isOfJdk(frame)).findFirst();
  }

  /** Without the class loader, which has the plugin's name. */
  private static String text(StackTraceElement frame) {
    return new StackTraceElement(
            frame.getClassName(), frame.getMethodName(), frame.getFileName(), frame.getLineNumber())
        .toString();
  }

  private static boolean isOfJdk(StackTraceElement frame) {
    return Objects.requireNonNullElse(frame.getModuleName(), "").matches("(java|jdk)[.].*");
  }
}
