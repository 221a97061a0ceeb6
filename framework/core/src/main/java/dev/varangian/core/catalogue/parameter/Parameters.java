package dev.varangian.core.catalogue.parameter;

import dev.varangian.spi.Component;
import dev.varangian.spi.context.ConfigurationException;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The parameters of a component as declared by its record; converts between texts and records.
 *
 * @param type the record
 * @param list its parameters in the order of their declaration; those of a nested record have
 *     dotted names
 */
public record Parameters(Class<? extends Record> type, List<DeclaredParameter> list) {

  /** Copies the list. */
  public Parameters {
    list = List.copyOf(list);
  }

  /**
   * Reads a record's declaration.
   *
   * @throws DeclarationException if a record component has no {@code @Param}, an unsupported type,
   *     {@code oneOf} without being a String, or an invalid default
   */
  public static Parameters of(Class<? extends Record> type) {
    List<DeclaredParameter> list = new ArrayList<>();
    collect("", type, List.of(type), list);
    return new Parameters(type, list);
  }

  private static void collect(
      String prefix,
      Class<? extends Record> type,
      List<Class<?>> around,
      List<DeclaredParameter> list) {
    for (RecordComponent component : type.getRecordComponents()) {
      Class<?> held = component.getType();
      if (!held.isRecord()) {
        list.add(DeclaredParameter.of(component).below(prefix));
      } else if (around.contains(held)) {
        throw new DeclarationException("the record " + held.getSimpleName() + " contains itself");
      } else {
        collect(
            nested(prefix, component),
            held.asSubclass(Record.class),
            Stream.concat(around.stream(), Stream.of(held)).toList(),
            list);
      }
    }
  }

  private static String nested(String prefix, RecordComponent component) {
    return prefix + ParameterType.kebab(component.getName()) + ".";
  }

  /** Returns the parameters of a nested record, which are written below its name; may be empty. */
  public List<DeclaredParameter> below(String name) {
    return list.stream().filter(parameter -> parameter.name().startsWith(name + ".")).toList();
  }

  /** Returns the names in the order of declaration. */
  public List<String> names() {
    return list.stream().map(DeclaredParameter::name).toList();
  }

  /** Returns the parameter with this name. */
  public Optional<DeclaredParameter> find(String name) {
    return list.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
  }

  /** Returns the message for an unknown parameter name. */
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
   * Creates the record.
   *
   * @param values by parameter name, each parsed by {@link DeclaredParameter#value}; missing ones
   *     take their defaults
   * @throws IllegalArgumentException if a required value is missing
   * @throws RuntimeException if the record's constructor throws
   */
  public Record bind(Map<String, Object> values) {
    return record("", type, values);
  }

  private Record record(String prefix, Class<? extends Record> made, Map<String, Object> values) {
    RecordComponent[] components = made.getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      String name = prefix + ParameterType.kebab(components[i].getName());
      arguments[i] =
          types[i].isRecord()
              ? record(name + ".", types[i].asSubclass(Record.class), values)
              : valueOf(find(name).orElseThrow(), values);
    }
    try {
      Constructor<? extends Record> constructor = made.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof ConfigurationException own && !own.parameter().isEmpty()) {
        throw new ConfigurationException(
            prefix + own.parameter(), String.valueOf(own.getMessage()));
      }
      if (e.getCause() instanceof RuntimeException own) {
        throw own;
      }
      throw new IllegalStateException("the constructor of " + made.getName() + " fails", e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(made.getName() + " cannot be created", e);
    }
  }

  private static Object valueOf(DeclaredParameter parameter, Map<String, Object> values) {
    Object given = values.get(parameter.name());
    return given != null
        ? given
        : parameter.value(
            parameter
                .defaultValue()
                .orElseThrow(
                    () -> new IllegalArgumentException(parameter.name() + " is required")));
  }

  /** Returns the formatted values of a record by parameter name, in the order of declaration. */
  public Map<String, String> texts(Record record) {
    Map<String, String> texts = new LinkedHashMap<>();
    write("", record, texts);
    return texts;
  }

  private void write(String prefix, Record record, Map<String, String> texts) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      Object value = read(component, record);
      String name = prefix + ParameterType.kebab(component.getName());
      if (value instanceof Record nested) {
        write(name + ".", nested, texts);
      } else {
        texts.put(name, find(name).orElseThrow().text(value));
      }
    }
  }

  private static Object read(RecordComponent component, Record record) {
    try {
      component.getAccessor().setAccessible(true);
      return Objects.requireNonNull(component.getAccessor().invoke(record));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(record.getClass().getName() + " cannot be read", e);
    }
  }
}
