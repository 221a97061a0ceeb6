package dev.varangian.core.component;

import dev.varangian.spi.Kind;
import dev.varangian.spi.context.Memory;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The arrays that a run's components keep between rounds, separately for each component, even for
 * two faults of the same name. Faults request their arrays from several threads.
 */
public final class RunMemory {
  private final Map<String, Object> arrays = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> parts = new TreeMap<>();

  /** All arrays by name. */
  public Map<String, Object> arrays() {
    return arrays;
  }

  /**
   * Whether the arrays that components have already requested have the same types and lengths
   * there.
   */
  public boolean fits(Map<String, Object> kept) {
    return kept.entrySet().stream()
        .allMatch(
            entry -> {
              Object own = arrays.get(entry.getKey());
              return own == null
                  || own.getClass() == entry.getValue().getClass()
                      && Array.getLength(own) == Array.getLength(entry.getValue());
            });
  }

  /** A copy of all arrays by name, each a {@code float[]} or {@code double[]}. */
  public Map<String, Object> copy() {
    Map<String, Object> copies = new TreeMap<>();
    arrays.forEach((name, array) -> copies.put(name, copy(array)));
    return copies;
  }

  /**
   * Sets the content of the arrays from others, as when a run is resumed.
   *
   * @param kept arrays by name, of the same types and lengths as those already requested; not
   *     copied
   */
  public void restore(Map<String, Object> kept) {
    kept.forEach(
        (name, array) -> {
          Object own = arrays.putIfAbsent(name, array);
          if (own != null) {
            System.arraycopy(array, 0, own, 0, Array.getLength(own));
          }
        });
  }

  /**
   * Runs code and then restores the former content of all arrays of components of some kinds;
   * arrays that they had not requested before are reset to zeros.
   */
  public void undone(Set<Kind> kinds, Runnable action) {
    Map<String, Object> before = new TreeMap<>();
    arrays.forEach(
        (name, array) -> {
          if (isOf(kinds, name)) {
            before.put(name, copy(array));
          }
        });
    try {
      action.run();
    } finally {
      arrays.forEach(
          (name, array) -> {
            if (isOf(kinds, name)) {
              int length = Array.getLength(array);
              Object content = before.get(name);
              System.arraycopy(content == null ? zeros(array) : content, 0, array, 0, length);
            }
          });
    }
  }

  private static boolean isOf(Set<Kind> kinds, String name) {
    return kinds.stream().anyMatch(kind -> name.startsWith(kind.label() + " "));
  }

  private static Object copy(Object array) {
    Object copy = zeros(array);
    System.arraycopy(array, 0, copy, 0, Array.getLength(array));
    return copy;
  }

  private static Object zeros(Object array) {
    return Array.newInstance(array.getClass().getComponentType(), Array.getLength(array));
  }

  /**
   * The part of one more component; the second component called {@code name} gets {@code name 2}.
   */
  public Memory of(String name) {
    int number = parts.merge(name, 1, Integer::sum);
    return part(number == 1 ? name : name + " " + number);
  }

  /**
   * The part of a component that was already created, or the part that the server keeps for it.
   *
   * @param component its kind and name, for instance {@code filter cge}
   */
  public Memory part(String component) {
    return new Memory() {
      @Override
      public float[] floats(String name, int length) {
        Object array = arrays.computeIfAbsent(component + "/" + name, key -> new float[length]);
        if (array instanceof float[] floats && floats.length == length) {
          return floats;
        }
        throw another(name, "float", length);
      }

      @Override
      public double[] doubles(String name, int length) {
        Object array = arrays.computeIfAbsent(component + "/" + name, key -> new double[length]);
        if (array instanceof double[] doubles && doubles.length == length) {
          return doubles;
        }
        throw another(name, "double", length);
      }

      private IllegalStateException another(String name, String type, int length) {
        return new IllegalStateException(
            component
                + " asked for "
                + length
                + " "
                + type
                + "s called \""
                + name
                + "\", but that name has an array of another type or length");
      }
    };
  }
}
