package dev.varangian.core.catalogue.parameter;

import dev.varangian.spi.context.Param;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * One parameter of a component, as its record declares it.
 *
 * @param name in kebab-case, as experiments write it; dotted within a nested record
 * @param type the type of its values
 * @param meaning a short description
 * @param unit the unit; empty if it has none
 * @param defaultValue the default in its shortest form; empty if a value is required
 * @param min the smallest allowed number, or negative infinity
 * @param max the largest allowed number, or infinity
 * @param constants the names of an enum's constants or the allowed texts; empty if there are none
 * @param component the component of the record
 */
public record DeclaredParameter(
    String name,
    ParameterType type,
    String meaning,
    String unit,
    Optional<String> defaultValue,
    double min,
    double max,
    List<String> constants,
    RecordComponent component) {

  static DeclaredParameter of(RecordComponent component) {
    String record = component.getDeclaringRecord().getSimpleName();
    String subject = "the component " + component.getName() + " of " + record;
    Param param = component.getAnnotation(Param.class);
    if (param == null) {
      throw new DeclarationException(subject + " has no @Param");
    }
    ParameterType type =
        ParameterType.of(component.getType())
            .orElseThrow(
                () ->
                    new DeclarationException(
                        subject
                            + " is a "
                            + component.getType().getSimpleName()
                            + "; a parameter is an int, long, double, boolean, String, enum or"
                            + " record of these"));
    if (type != ParameterType.STRING && param.oneOf().length > 0) {
      throw new DeclarationException(
          subject
              + " has oneOf, but is of type "
              + component.getType().getSimpleName()
              + "; only a String can have oneOf");
    }
    DeclaredParameter parameter =
        new DeclaredParameter(
            ParameterType.kebab(component.getName()),
            type,
            param.value(),
            param.unit(),
            Optional.empty(),
            param.min(),
            param.max(),
            constants(component.getType(), param),
            component);
    return param.defaultValue().isEmpty() ? parameter : parameter.by(param.defaultValue(), subject);
  }

  /** Returns this parameter as part of a nested record. */
  DeclaredParameter below(String prefix) {
    return new DeclaredParameter(
        prefix + name, type, meaning, unit, defaultValue, min, max, constants, component);
  }

  private DeclaredParameter by(String defaultValue, String subject) {
    try {
      String shortest = text(value(defaultValue));
      return new DeclaredParameter(
          name, type, meaning, unit, Optional.of(shortest), min, max, constants, component);
    } catch (IllegalArgumentException e) {
      throw new DeclarationException(subject + " has an invalid default: " + e.getMessage());
    }
  }

  private static List<String> constants(Class<?> type, Param param) {
    return type.isEnum()
        ? Arrays.stream(type.getEnumConstants())
            .map(constant -> ParameterType.kebab((Enum<?>) constant))
            .toList()
        : List.of(param.oneOf());
  }

  /** Returns whether a value is required. */
  public boolean isRequired() {
    return defaultValue.isEmpty();
  }

  /** Returns what is expected of a value, for instance {@code a whole number of at least 1}. */
  public String expected() {
    return switch (type) {
      case BOOLEAN -> "true or false";
      case STRING -> constants.isEmpty() ? "text" : oneOf();
      case ENUM -> oneOf();
      case INT, LONG -> Ranges.whole(min, max);
      case DOUBLE -> Ranges.decimal(min, max);
    };
  }

  private String oneOf() {
    return "one of " + String.join(", ", constants);
  }

  /**
   * Parses a value into an object of the parameter's type.
   *
   * @throws IllegalArgumentException if it is of another type or out of range; the message says
   *     what was expected
   */
  public Object value(String text) {
    return switch (type) {
      case STRING -> {
        if (!constants.isEmpty() && !constants.contains(text)) {
          throw unexpected(text);
        }
        yield text;
      }
      case BOOLEAN -> {
        if (!text.equals("true") && !text.equals("false")) {
          throw unexpected(text);
        }
        yield text.equals("true");
      }
      case ENUM -> {
        int constant = constants.indexOf(text);
        if (constant < 0) {
          throw unexpected(text);
        }
        yield component.getType().getEnumConstants()[constant];
      }
      case INT -> (int) whole(text, Integer.MIN_VALUE, Integer.MAX_VALUE);
      case LONG -> whole(text, Long.MIN_VALUE, Long.MAX_VALUE);
      case DOUBLE -> {
        double number;
        try {
          number = Numerals.decimal(text);
        } catch (NumberFormatException e) {
          throw unexpected(text);
        }
        if (number < min || number > max) {
          throw unexpected(text);
        }
        yield number;
      }
    };
  }

  private long whole(String text, long least, long greatest) {
    long number;
    try {
      number = Numerals.whole(text, least, greatest);
    } catch (NumberFormatException e) {
      if (!Numerals.isWhole(text)) {
        throw unexpected(text);
      }
      throw new IllegalArgumentException(
          "expected a whole number from " + least + " to " + greatest + ", not " + text);
    }
    if (number < min || number > max) {
      throw unexpected(text);
    }
    return number;
  }

  private IllegalArgumentException unexpected(String text) {
    String nearest =
        Nearest.to(text, constants).map(constant -> " (nearest: " + constant + ")").orElse("");
    String found = type.isNumber() && Numerals.isNumber(text) ? text : '"' + text + '"';
    return new IllegalArgumentException("expected " + expected() + ", not " + found + nearest);
  }

  /** Formats a value of this parameter; {@link #value} parses it. */
  public String text(Object value) {
    if (value instanceof Double number) {
      return Numerals.text(number);
    }
    return value instanceof Enum<?> constant ? ParameterType.kebab(constant) : value.toString();
  }
}
