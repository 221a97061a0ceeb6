package dev.varangian.conformance.check;

import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.core.catalogue.parameter.ParameterType;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.spi.context.ConfigurationException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Parameter values to check a component with. */
record ParameterValues(Record record, String text) {

  static List<ParameterValues> of(Parameters parameters) {
    Map<String, Object> first = new LinkedHashMap<>();
    parameters.list().stream()
        .filter(DeclaredParameter::isRequired)
        .forEach(parameter -> first.put(parameter.name(), guess(parameter)));
    List<ParameterValues> all = new ArrayList<>();
    all.add(new ParameterValues(parameters.bind(first), ""));
    for (DeclaredParameter parameter : parameters.list()) {
      for (String word : otherWords(parameter)) {
        Map<String, Object> values = new LinkedHashMap<>(first);
        values.put(parameter.name(), parameter.value(word));
        bound(parameters, values)
            .map(record -> new ParameterValues(record, parameter.name() + " = " + word))
            .ifPresent(all::add);
      }
    }
    return List.copyOf(all);
  }

  /** Empty if the record rejects this value together with the others. */
  private static Optional<Record> bound(Parameters parameters, Map<String, Object> values) {
    try {
      return Optional.of(parameters.bind(values));
    } catch (IllegalArgumentException | ConfigurationException e) {
      return Optional.empty();
    }
  }

  private static List<String> otherWords(DeclaredParameter parameter) {
    String own = parameter.defaultValue().orElseGet(() -> words(parameter).findFirst().orElse(""));
    return words(parameter).filter(word -> !word.equals(own)).toList();
  }

  private static Stream<String> words(DeclaredParameter parameter) {
    return parameter.type() == ParameterType.BOOLEAN
        ? Stream.of("false", "true")
        : parameter.constants().stream();
  }

  private static Object guess(DeclaredParameter parameter) {
    return Stream.of(words(parameter), Stream.of("1"), limits(parameter))
        .flatMap(texts -> texts)
        .filter(text -> fits(parameter, text))
        .findFirst()
        .map(parameter::value)
        .orElseThrow(
            () ->
                new Inapplicable(
                    "no value can be guessed for " + parameter.name() + ", which has no default"));
  }

  private static Stream<String> limits(DeclaredParameter parameter) {
    return Stream.of(parameter.min(), parameter.max()).filter(Double::isFinite).map(Numerals::text);
  }

  private static boolean fits(DeclaredParameter parameter, String text) {
    try {
      parameter.value(text);
      return true;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
