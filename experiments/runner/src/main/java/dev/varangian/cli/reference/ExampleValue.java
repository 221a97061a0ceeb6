package dev.varangian.cli.reference;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.core.catalogue.parameter.ParameterType;
import java.util.List;

/** A value that a parameter may have: its default, or else one that suits an example. */
final class ExampleValue {
  private static final List<String> NUMBERS = List.of("0.1", "1", "2", "10");

  private ExampleValue() {}

  /** The value as an experiment file would write it, without quotes. */
  static String of(DeclaredParameter parameter) {
    return parameter.defaultValue().orElseGet(() -> invented(parameter));
  }

  private static String invented(DeclaredParameter parameter) {
    return switch (parameter.type()) {
      case BOOLEAN -> "true";
      case ENUM -> parameter.constants().get(0);
      case STRING -> parameter.constants().isEmpty() ? "text" : parameter.constants().get(0);
      case INT, LONG, DOUBLE ->
          NUMBERS.stream()
              .filter(number -> accepts(parameter, number))
              .findFirst()
              .orElseGet(() -> end(parameter));
    };
  }

  private static boolean accepts(DeclaredParameter parameter, String text) {
    try {
      parameter.value(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** An end of the range, which has one where no usual number is in it. */
  private static String end(DeclaredParameter parameter) {
    double end = Double.isInfinite(parameter.min()) ? parameter.max() : parameter.min();
    return parameter.type() == ParameterType.DOUBLE
        ? Numerals.text(end)
        : Long.toString((long) Math.ceil(end));
  }
}
