package dev.varangian.core.catalogue.parameter;

import java.util.Locale;
import java.util.Optional;

/** The types of component parameters. */
public enum ParameterType {
  /** {@code int}. */
  INT("whole number"),
  /** {@code long}. */
  LONG("whole number"),
  /** {@code double}; finite. */
  DOUBLE("number"),
  /** {@code boolean}. */
  BOOLEAN("true or false"),
  /** {@code String}. */
  STRING("text"),
  /** An enum; its constants are written in lower-case kebab-case, or as their toString says. */
  ENUM("word");

  private final String word;

  ParameterType(String word) {
    this.word = word;
  }

  /** Returns a short description of the type. */
  public String word() {
    return word;
  }

  /** Returns whether values are numbers, for which a minimum and maximum are meaningful. */
  public boolean isNumber() {
    return this == INT || this == LONG || this == DOUBLE;
  }

  /** Returns the parameter type of a Java type; empty if it is not supported. */
  static Optional<ParameterType> of(Class<?> type) {
    if (type == int.class) {
      return Optional.of(INT);
    } else if (type == long.class) {
      return Optional.of(LONG);
    } else if (type == double.class) {
      return Optional.of(DOUBLE);
    } else if (type == boolean.class) {
      return Optional.of(BOOLEAN);
    } else if (type == String.class) {
      return Optional.of(STRING);
    }
    return type.isEnum() ? Optional.of(ENUM) : Optional.empty();
  }

  /** Returns the text of an enum constant: {@code MAX_NORM} as {@code max-norm}. */
  static String kebab(Enum<?> constant) {
    return constant.toString().equals(constant.name())
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : constant.toString();
  }

  /** Returns the parameter name of a record component: {@code batchSize} as {@code batch-size}. */
  static String kebab(String camelCase) {
    StringBuilder kebab = new StringBuilder();
    for (int i = 0; i < camelCase.length(); i++) {
      char c = camelCase.charAt(i);
      if (c >= 'A' && c <= 'Z') {
        kebab.append('-').append((char) (c - 'A' + 'a'));
      } else {
        kebab.append(c);
      }
    }
    return kebab.toString();
  }
}
