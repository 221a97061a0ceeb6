package dev.varangian.core.catalogue;

import dev.varangian.core.catalogue.parameter.DeclarationException;
import dev.varangian.core.catalogue.parameter.DeclaredParameter;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import jakarta.inject.Inject;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;

/** Checks the declaration of a component. */
final class DeclarationCheck {
  private static final List<String> RESERVED = List.of("name");
  private static final List<String> RESERVED_OF_FAULTS = List.of("agents", "from", "until");

  private DeclarationCheck() {}

  /**
   * Returns the parameters of a component with a valid declaration.
   *
   * @throws DeclarationException if the declaration is invalid
   */
  static Parameters check(Component<?> component) {
    checkType(component);
    checkLine("its summary", component.summary());
    checkLine("its source", component.source());
    Parameters parameters = Parameters.of(component.parameters());
    for (DeclaredParameter parameter : parameters.list()) {
      checkLine("the meaning of " + parameter.name(), parameter.meaning());
      checkLine("the unit of " + parameter.name(), parameter.unit());
    }
    checkNames(component.kind(), parameters);
    checkShorthand(component, parameters);
    return parameters;
  }

  private static void checkType(Component<?> component) {
    Class<?> type = component.type();
    Class<?> wanted = component.kind().type();
    if (!wanted.isAssignableFrom(type)) {
      throw new DeclarationException(type.getName() + " is no " + wanted.getSimpleName());
    }
    if (Modifier.isAbstract(type.getModifiers())) {
      throw new DeclarationException(type.getName() + " is abstract and cannot be instantiated");
    }
    long constructors =
        Arrays.stream(type.getDeclaredConstructors())
            .filter(constructor -> constructor.isAnnotationPresent(Inject.class))
            .count();
    if (constructors != 1) {
      throw new DeclarationException(
          type.getName()
              + " has "
              + (constructors == 0 ? "no" : "more than one")
              + " constructor with @Inject (jakarta.inject)");
    }
  }

  /** Lists print one line per component, and a terminal may interpret control characters. */
  private static void checkLine(String what, String text) {
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new DeclarationException(
          what + " contains line breaks or control characters; expected one line of text");
    }
  }

  private static void checkNames(Kind kind, Parameters parameters) {
    for (String name : parameters.names()) {
      if (RESERVED.contains(name) || (kind == Kind.FAULT && RESERVED_OF_FAULTS.contains(name))) {
        throw new DeclarationException("a parameter of a " + kind + " cannot be named " + name);
      }
    }
  }

  private static void checkShorthand(Component<?> component, Parameters parameters) {
    String shorthand = component.shorthand();
    if (shorthand.isEmpty()) {
      return;
    }
    if (parameters.find(shorthand).isEmpty()) {
      throw new DeclarationException(
          "the shorthand " + shorthand + " is not one of its parameters");
    }
    for (DeclaredParameter other : parameters.list()) {
      if (other.isRequired() && !other.name().equals(shorthand)) {
        throw new DeclarationException(
            "a shorthand is not possible because " + other.name() + " is also required");
      }
    }
  }
}
