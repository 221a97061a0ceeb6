package dev.varangian.core.component;

import dev.varangian.spi.Kind;
import dev.varangian.spi.context.Memory;
import java.lang.reflect.Array;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

/**
 * The arrays that a run's components keep between rounds, each component's apart: also those of two
 * faults of one name. Faults ask for theirs from several threads.
 */
public final class RunMemory {
  private final Map<String, Object> arrays = new ConcurrentSkipListMap<>();
  private final Map<String, Integer> parts = new TreeMap<>();

  /** All arrays by their names. */
  public Map<String, Object> arrays() {
    return arrays;
  }

  /** Whether arrays that components asked for already are of the same kinds and lengths there. */
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

  /** A copy of all arrays by their names, each a {@code float[]} or {@code double[]}. */
  public Map<String, Object> copy() {
    Map<String, Object> copies = new TreeMap<>();
    arrays.forEach((name, array) -> copies.put(name, copy(array)));
    return copies;
  }

  /**
   * Gives arrays the content of others, as when a run is resumed.
   *
   * @param kept by their names, of the same types and lengths as those that were asked for already;
   *     taken over
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
   * Does something and gives all that components of some kinds keep its former content; what they
   * had not asked for before is all zeros again.
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

  /** The part of one more component; the second one called {@code name} has {@code name 2}. */
  public Memory of(String name) {
    int number = parts.merge(name, 1, Integer::sum);
    return part(number == 1 ? name : name + " " + number);
  }

  /**
   * The part of a component that was created already, or of the server for it.
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
                + "\", which stand for another array");
      }
    };
  }
}
