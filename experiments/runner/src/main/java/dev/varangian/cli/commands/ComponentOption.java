package dev.varangian.cli.commands;

import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.wiring.Attempt;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Options of the command line that name a component and its parameters. */
final class ComponentOption {
  private static final String SET = "--set";

  private ComponentOption() {}

  /**
   * The component and its parameters.
   *
   * @param option the option that named it
   * @param settings what {@code --set} says, each as {@code key=value}; the last one of a key
   *     counts
   * @throws UserErrorException if there is none of that name, or a setting is wrong
   */
  static <T> Choice<T> choice(
      Catalogue catalogue,
      Kind kind,
      Class<T> type,
      String option,
      String name,
      List<String> settings) {
    return choice(catalogue, kind, type, option, name, SET, settings);
  }

  /**
   * The component that is written with its parameters.
   *
   * @param option the option that has it
   * @param written as {@code NAME} or {@code NAME:key=value,…}
   * @throws UserErrorException if there is none of that name, or a setting is wrong
   */
  static <T> Choice<T> written(
      Catalogue catalogue, Kind kind, Class<T> type, String option, String written) {
    int colon = written.indexOf(':');
    String name = colon < 0 ? written : written.substring(0, colon);
    List<String> settings =
        colon < 0 ? List.of() : List.of(written.substring(colon + 1).split(",", -1));
    return choice(catalogue, kind, type, option, name, option + " " + name + ":", settings);
  }

  /**
   * @param place what the settings are said to be part of
   */
  private static <T> Choice<T> choice(
      Catalogue catalogue,
      Kind kind,
      Class<T> type,
      String option,
      String name,
      String place,
      List<String> settings) {
    Component<T> component =
        catalogue
            .find(kind, type, name)
            .orElseThrow(
                () -> new UserErrorException(option + ": " + catalogue.unknown(kind, name)));
    Parameters parameters = catalogue.parameters(component);
    List<String> problems = new ArrayList<>();
    Map<String, Object> values = values(component, parameters, place, settings, problems);
    for (DeclaredParameter parameter : parameters.list()) {
      if (parameter.isRequired() && !given(parameter.name(), settings)) {
        problems.add(
            place + " " + parameter.name() + "=…: required: expected " + parameter.expected());
      }
    }
    if (!problems.isEmpty()) {
      throw new UserErrorException(problems);
    }
    return new Choice<>(component, bind(component, parameters, values), new Origin(place, 0, ""));
  }

  private static Record bind(
      Component<?> component, Parameters parameters, Map<String, Object> values) {
    try {
      return parameters.bind(values);
    } catch (IllegalArgumentException e) {
      throw new UserErrorException(
          "the " + component.kind() + " " + component.name() + ": " + e.getMessage());
    }
  }

  private static boolean given(String name, List<String> settings) {
    return settings.stream().anyMatch(setting -> setting.startsWith(name + "="));
  }

  private static Map<String, Object> values(
      Component<?> component,
      Parameters parameters,
      String place,
      List<String> settings,
      List<String> problems) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String setting : settings) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        problems.add(place + " takes key=value, not \"" + setting + '"');
        continue;
      }
      String key = setting.substring(0, equals);
      Optional<DeclaredParameter> parameter = parameters.find(key);
      if (parameter.isEmpty()) {
        problems.add(
            place + " " + key + ": " + Parameters.unknown(component, key, parameters.names()));
        continue;
      }
      try {
        values.put(key, parameter.get().value(setting.substring(equals + 1)));
      } catch (IllegalArgumentException e) {
        problems.add(place + " " + key + ": " + e.getMessage());
      }
    }
    return values;
  }

  /**
   * What was created of the components.
   *
   * @throws UserErrorException if there are problems instead
   */
  static <T> T require(Attempt<T> attempt) {
    if (attempt.value().isEmpty()) {
      throw new UserErrorException(
          attempt.problems().stream()
              .map(
                  problem ->
                      problem.origin().key().isEmpty() ? problem.message() : problem.toString())
              .toList());
    }
    return attempt.get();
  }
}
