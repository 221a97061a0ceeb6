package dev.varangian.core.catalogue;

import dev.varangian.spi.Component;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The parameters of a component: what its record declares, and the way from texts to a record and
 * back.
 *
 * @param type the record
 * @param list its parameters in the order of their declaration
 */
public record Parameters(Class<? extends Record> type, List<DeclaredParameter> list) {

  /** Keeps a copy of the list. */
  public Parameters {
    list = List.copyOf(list);
  }

  /**
   * Reads a record's declaration.
   *
   * @throws DeclarationException if a component has no {@code @Param}, a type that no parameter can
   *     have, words without being a text, or a default that is none of its values
   */
  public static Parameters of(Class<? extends Record> type) {
    return new Parameters(
        type, Arrays.stream(type.getRecordComponents()).map(DeclaredParameter::of).toList());
  }

  /** The names in the order of their declaration. */
  public List<String> names() {
    return list.stream().map(DeclaredParameter::name).toList();
  }

  /** The parameter called so. */
  public Optional<DeclaredParameter> find(String name) {
    return list.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** The message for a name that none of a component's parameters has. */
  public static String unknown(Component<?> component, String name, List<String> known) {
    String which = "the " + component.kind() + " " + component.name();
    if (known.isEmpty()) {
      return which + " has no parameters";
    }
    String nearest = Nearest.to(name, known).map(near -> "nearest: " + near + "; ").orElse("");
    String all = "all: " + String.join(", ", known);
    return which + " has no parameter \"" + name + "\" (" + nearest + all + ")";
  }

  /**
   * Makes the record.
   *
   * @param values by parameter name, each made by {@link DeclaredParameter#value}; defaults stand
   *     in for those that are left out
   * @throws IllegalArgumentException if a value without a default is left out
   * @throws RuntimeException whatever the record's own constructor throws
   */
  public Record bind(Map<String, Object> values) {
    Object[] arguments = list.stream().map(parameter -> valueOf(parameter, values)).toArray();
    Class<?>[] types =
        list.stream().map(parameter -> parameter.component().getType()).toArray(Class<?>[]::new);
    try {
      Constructor<? extends Record> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException("the constructor of " + type.getName() + " fails", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type.getName() + " can't be made", e);
    }
  }

  private static Object valueOf(DeclaredParameter parameter, Map<String, Object> values) {
    Object given = values.get(parameter.name());
    return given != null
        ? given
        : parameter.value(
            parameter
                .byDefault()
                .orElseThrow(
                    () -> new IllegalArgumentException(parameter.name() + " must be given")));
  }

  /** The values in a record as they are written, by parameter name, in the order of declaration. */
  public Map<String, String> texts(Record record) {
    Map<String, String> texts = new LinkedHashMap<>();
    for (DeclaredParameter parameter : list) {
      texts.put(parameter.name(), parameter.text(read(parameter.component(), record)));
    }
    return texts;
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return Objects.requireNonNull(component.getAccessor().invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass().getName() + " can't be read", e);
    }
  }
}
