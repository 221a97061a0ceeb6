package dev.varangian.core.catalogue.parameter;

import java.util.Locale;
import java.util.Optional;

/** The types that a component's parameter may have. */
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

  /** The type in a word or three, for readers. */
  public String word() {
    return word;
  }

  /** Whether values are numbers, so that a least and a greatest value have a meaning. */
  public boolean isNumber() {
    return this == INT || this == LONG || this == DOUBLE;
  }

  /** The type that a Java type is written as; empty if no parameter can have it. */
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

  /** How an enum constant is written: {@code MAX_NORM} as {@code max-norm}. */
  static String kebab(Enum<?> constant) {
    return constant.toString().equals(constant.name())
        ? constant.name().toLowerCase(Locale.ROOT).replace('_', '-')
        : constant.toString();
  }

  /** How a record component is written: {@code batchSize} as {@code batch-size}. */
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
