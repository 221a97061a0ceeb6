package dev.varangian.cli.starter;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with placeholders such as <code>{{name}}</code>.
 *
 * @param text with the placeholders
 */
record Template(String text) {
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([a-z-]+)\\}\\}");

  /**
   * The template that lies beside this class.
   *
   * @throws IllegalArgumentException if there is none
   */
  static Template of(String resource) {
    try (InputStream in = Template.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no template " + resource);
      }
      return new Template(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The text with values in place of the placeholders.
   *
   * @throws IllegalArgumentException if a placeholder has no value
   */
  String filled(Map<String, String> values) {
    return PLACEHOLDER
        .matcher(text)
        .replaceAll(
            placeholder -> {
              String value = values.get(placeholder.group(1));
              if (value == null) {
                throw new IllegalArgumentException("no value for " + placeholder.group());
              }
              return Matcher.quoteReplacement(value);
            });
  }
}
