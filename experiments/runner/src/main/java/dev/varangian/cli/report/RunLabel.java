package dev.varangian.cli.report;

import java.util.ArrayList;
import java.util.List;

/**
 * What a run is called on the page.
 *
 * @param group its swept values but the seed's: runs that differ in nothing but the seed are drawn
 *     alike
 * @param text all of its swept values
 */
record RunLabel(String group, String text) {
  private static final String SEED = "seed";

  /**
   * The label of a run.
   *
   * @param whole what stands for a run without swept keys
   */
  static RunLabel of(List<String> sweptKeys, List<String> values, String whole) {
    List<String> all = new ArrayList<>();
    List<String> withoutSeed = new ArrayList<>();
    for (int i = 0; i < sweptKeys.size(); i++) {
      String phrase = phrase(sweptKeys.get(i), values.get(i));
      all.add(phrase);
      if (!sweptKeys.get(i).equals(SEED)) {
        withoutSeed.add(phrase);
      }
    }
    String text = all.isEmpty() ? whole : String.join(", ", all);
    return new RunLabel(withoutSeed.isEmpty() ? text : String.join(", ", withoutSeed), text);
  }

  /** A component's name says by itself what it is; a number or a parameter's value doesn't. */
  private static String phrase(String key, String value) {
    boolean parameter = key.indexOf('.') >= 0;
    boolean name =
        !value.isEmpty()
            && Character.isLetter(value.charAt(0))
            && !value.equals("true")
            && !value.equals("false");
    return name && !parameter ? value : key.substring(key.lastIndexOf('.') + 1) + " " + value;
  }
}
