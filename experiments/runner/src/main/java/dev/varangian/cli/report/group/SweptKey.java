package dev.varangian.cli.report.group;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A swept key other than the seed.
 *
 * @param name a dotted path
 * @param values in the order of the grid, each once; empty if a run lacks the key
 */
public record SweptKey(String name, List<String> values) {
  /** Runs that differ only in this key are one curve. */
  public static final String SEED = "seed";

  /** The keys other than the seed, with the values that the settings have. */
  public static List<SweptKey> of(List<String> sweptKeys, List<Setting> settings) {
    List<SweptKey> keys = new ArrayList<>();
    for (String name : Setting.keys(sweptKeys)) {
      Set<String> values = new LinkedHashSet<>();
      settings.forEach(setting -> values.add(setting.values().get(keys.size())));
      keys.add(new SweptKey(name, List.copyOf(values)));
    }
    return keys;
  }

  /**
   * A value for a label: the name of a component stands alone; a number or the value of a parameter
   * follows the name of its key.
   */
  public String phrase(String value) {
    if (value.isEmpty()) {
      return "no " + name;
    }
    boolean parameter = name.indexOf('.') >= 0;
    boolean named =
        Character.isLetter(value.charAt(0)) && !value.equals("true") && !value.equals("false");
    return named && !parameter ? value : name.substring(name.lastIndexOf('.') + 1) + " " + value;
  }
}
