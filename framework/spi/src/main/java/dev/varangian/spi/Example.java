package dev.varangian.spi;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A worked example of a component: input and output vectors, small enough to check by hand.
 *
 * @param text the example as {@link #of} read it
 * @param working how the output follows from the input, in a sentence without a full stop
 * @param f the tolerance of a filter or pre-aggregator; for a fault the number of faulty agents
 * @param parameters the values that differ from the defaults, as experiment files write them
 * @param input for a filter or pre-aggregator the received vectors; for a fault the correct
 *     gradient of each agent, the f faulty agents first; for a fault on data one vector: the
 *     classes of an agent's samples, out of 10 classes
 * @param output for a filter its result; for a pre-aggregator its mixtures; for a fault what each
 *     faulty agent sends, or no vector if nothing is sent; for a fault on data the resulting
 *     classes
 */
public record Example(
    String text,
    String working,
    int f,
    Map<String, String> parameters,
    List<List<Double>> input,
    List<List<Double>> output) {
  private static final String VECTORS = "\\([^()]+\\)(?:, \\([^()]+\\))*";
  private static final Pattern FORM =
      Pattern.compile(
          "f = ([0-9]+)((?:, \\S+ = \\S+)*): (%1$s) -> (nothing|%1$s)".formatted(VECTORS));

  /**
   * Reads an example such as {@code f = 1, m = 2: (1, 2), (3, 4), (9, 9) -> (2, 3)}: the tolerance
   * f and the parameters that differ from their defaults, the input vectors, and the output vectors
   * or {@code nothing}.
   *
   * @throws IllegalArgumentException if the text is not of this form
   */
  public static Example of(String text, String working) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw notOfForm(text);
    }
    Map<String, String> parameters = new LinkedHashMap<>();
    for (String setting : form.group(2).split(", ")) {
      if (!setting.isEmpty()) {
        parameters.put(setting.split(" = ")[0], setting.split(" = ")[1]);
      }
    }
    try {
      return new Example(
          text,
          working,
          Integer.parseInt(form.group(1)),
          Map.copyOf(parameters),
          vectors(form.group(3)),
          form.group(4).equals("nothing") ? List.of() : vectors(form.group(4)));
    } catch (NumberFormatException e) {
      throw notOfForm(text);
    }
  }

  private static IllegalArgumentException notOfForm(String text) {
    return new IllegalArgumentException(
        "the example \""
            + text
            + "\" is not of the form \"f = 1, m = 2: (1, 2), (3, 4) -> (2, 3)\"");
  }

  private static List<List<Double>> vectors(String text) {
    return Arrays.stream(text.substring(1, text.length() - 1).split("\\), \\("))
        .map(vector -> Arrays.stream(vector.split(", ")).map(Double::valueOf).toList())
        .toList();
  }
}
