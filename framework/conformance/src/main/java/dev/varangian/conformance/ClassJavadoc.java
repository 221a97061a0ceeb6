package dev.varangian.conformance;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The Javadoc of a class, read from its source. */
final class ClassJavadoc {
  private ClassJavadoc() {}

  /**
   * The text on one line, entities replaced; tags stay.
   *
   * @throws IOException if the source can't be read
   */
  static String of(Class<?> type, Path sources) throws IOException {
    String source = Files.readString(sources.resolve(type.getName().replace('.', '/') + ".java"));
    String before = source.substring(0, source.indexOf("class " + type.getSimpleName()));
    return before
        .substring(Math.max(0, before.lastIndexOf("/**")))
        .replaceAll("\\s*\\n \\*\\s*", " ")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&");
  }
}
