package dev.varangian.core.catalogue.plugin;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A call of {@link System#exit} by third-party code. The JVM obeys it and nothing can keep it from
 * that, but while it goes down it can be told whose code it was.
 *
 * @param plugin the plugin's name
 * @param place the class, method and line
 * @param thread the thread that is in the call
 */
public record ForeignExit(String plugin, String place, Thread thread) {

  /** That which ends this JVM; for a shutdown hook. */
  public static Optional<ForeignExit> underWay() {
    return Thread.getAllStackTraces().entrySet().stream()
        .filter(each -> isExit(each.getValue()))
        .map(Map.Entry::getKey)
        .flatMap(thread -> of(thread).stream())
        .findFirst();
  }

  private static boolean isExit(StackTraceElement... trace) {
    return Stream.of(trace)
        .anyMatch(
            frame ->
                frame.getClassName().equals("java.lang.Runtime")
                    && frame.getMethodName().equals("exit"));
  }

  private static Optional<ForeignExit> of(Thread thread) {
    // Some calls leave the context as it is; the frame names the loader, as the plugin is called.
    return PluginOrigin.loaderAbove(thread.getContextClassLoader())
        .map(ClassLoader::getName)
        .or(() -> ForeignFrame.loader(thread))
        .map(plugin -> new ForeignExit(plugin, ForeignFrame.of(thread).orElse("its code"), thread));
  }

  /** What its author did, to put after whose code it was. */
  public String complaint() {
    return "called System.exit in " + place + ", which ends the process; expected an exception";
  }

  /** For instance {@code the plugin my-filter called System.exit in example.MyFilter…}. */
  @Override
  public String toString() {
    return "the plugin " + plugin + " " + complaint();
  }
}
