package dev.varangian.cli.text;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with places to fill in, written {@code {{name}}}.
 *
 * @param text with the places
 */
public record Template(String text) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

  /**
   * The text with every place filled in. What is filled in is taken as it stands, not searched for
   * places again.
   *
   * @throws IllegalArgumentException if there is no value for a place
   */
  public String fill(Map<String, String> values) {
    return PLACE
        .matcher(text)
        .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
  }

  private static String value(String name, Map<String, String> values) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException("nothing for {{" + name + "}}");
    }
    return value;
  }
}
