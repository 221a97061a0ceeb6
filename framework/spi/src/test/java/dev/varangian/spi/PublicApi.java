package dev.varangian.spi;

import java.io.File;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericDeclaration;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of some classes as text: a line for each class and for each of its members that
 * another package can use or override, in alphabetical order. Classes of the engine that are met in
 * these lines belong to it.
 */
final class PublicApi {
  private static final String OWN = "dev.varangian.";

  /** What every record and enum has without saying so. */
  private static final Set<String> IMPLIED =
      Set.of("equals", "hashCode", "toString", "values", "valueOf");

  private final Deque<Class<?>> waiting = new ArrayDeque<>();
  private final Set<Class<?>> met = new LinkedHashSet<>();
  private final Set<String> lines = new TreeSet<>();

  private PublicApi(Collection<Class<?>> roots) {
    roots.forEach(this::meet);
    while (!waiting.isEmpty()) {
      describe(waiting.remove());
    }
  }

  /** The lines of {@code roots} and of what is met in them. */
  static List<String> of(Collection<Class<?>> roots) {
    return List.copyOf(new PublicApi(roots).lines);
  }

  /**
   * The public classes of the package of {@code type}, which lies in a folder of classes, and of
   * the packages below it.
   */
  static List<Class<?>> classesBeside(Class<?> type) {
    try {
      Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
      Path root = classes.resolve(type.getPackageName().replace('.', '/'));
      try (Stream<Path> files = Files.walk(root)) {
        List<Class<?>> found = new ArrayList<>();
        for (Path file : files.sorted().toList()) {
          String name = classes.relativize(file).toString().replace(File.separatorChar, '.');
          if (name.endsWith(".class") && !name.contains("-")) {
            found.add(Class.forName(name.substring(0, name.length() - 6)));
          }
        }
        return found.stream().filter(PublicApi::isVisible).toList();
      }
    } catch (IOException | URISyntaxException | ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isVisible(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getEnclosingClass()) {
      if (each.isAnonymousClass()
          || each.isLocalClass()
          || !isVisible(each.getModifiers(), each.getEnclosingClass())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isVisible(int modifiers, Class<?> owner) {
    boolean inherited =
        Modifier.isProtected(modifiers) && owner != null && !Modifier.isFinal(owner.getModifiers());
    return Modifier.isPublic(modifiers) || inherited;
  }

  private void meet(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    if (element.getName().startsWith(OWN) && isVisible(element) && met.add(element)) {
      waiting.add(element);
    }
  }

  private void describe(Class<?> type) {
    line(type, heading(type));
    for (Class<?> nested : type.getDeclaredClasses()) {
      meet(nested);
    }
    Predicate<java.lang.reflect.Member> visible =
        member -> !member.isSynthetic() && isVisible(member.getModifiers(), type);
    Arrays.stream(type.getDeclaredConstructors())
        .filter(visible)
        .forEach(constructor -> line(type, text(constructor)));
    Arrays.stream(type.getDeclaredFields())
        .filter(visible)
        .forEach(field -> line(type, text(field)));
    Arrays.stream(type.getDeclaredMethods())
        .filter(visible)
        .filter(method -> !IMPLIED.contains(method.getName()))
        .forEach(method -> line(type, text(method)));
  }

  private void line(Class<?> type, String text) {
    lines.add(shortened(type.getName().replace('$', '.')) + ": " + text);
  }

  private String heading(Class<?> type) {
    List<String> words = new ArrayList<>();
    int modifiers = type.getModifiers();
    boolean isClass = !type.isInterface() && !type.isEnum() && !type.isRecord();
    if (isClass && Modifier.isAbstract(modifiers)) {
      words.add("abstract");
    }
    if (isClass && Modifier.isFinal(modifiers)) {
      words.add("final");
    }
    if (type.isSealed()) {
      words.add("sealed");
    }
    words.add(
        type.isAnnotation()
            ? "@interface"
            : type.isInterface()
                ? "interface"
                : type.isEnum() ? "enum" : type.isRecord() ? "record" : "class");
    words.add(type.getSimpleName() + variables(type));
    if (type.isRecord()) {
      words.add(
          Arrays.stream(type.getRecordComponents())
              .map(each -> text(each.getGenericType()) + " " + each.getName())
              .collect(Collectors.joining(", ", "(", ")")));
    }
    List<Type> above = new ArrayList<>(List.of(type.getGenericInterfaces()));
    Type parent = type.getGenericSuperclass();
    if (isClass && parent != null && parent != Object.class) {
      above.add(0, parent);
    }
    if (!above.isEmpty() && !type.isAnnotation()) {
      words.add("is " + above.stream().map(this::text).collect(Collectors.joining(", ")));
    }
    if (type.isSealed()) {
      words.add(
          Arrays.stream(type.getPermittedSubclasses())
              .map(each -> shortened(each.getName().replace('$', '.')))
              .sorted()
              .collect(Collectors.joining(", ", "permits ", "")));
    }
    return String.join(" ", words);
  }

  private String text(Constructor<?> constructor) {
    return "new" + variables(constructor) + arguments(constructor.getGenericParameterTypes());
  }

  private String text(Field field) {
    if (field.isEnumConstant()) {
      return field.getName();
    }
    return modifiers(field.getModifiers())
        + text(field.getGenericType())
        + " "
        + field.getName()
        + constant(field);
  }

  private static String constant(Field field) {
    boolean fixed =
        Modifier.isStatic(field.getModifiers())
            && Modifier.isFinal(field.getModifiers())
            && (field.getType().isPrimitive() || field.getType() == String.class);
    try {
      return fixed ? " = " + field.get(null) : "";
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(Method method) {
    boolean defaultValue = method.getDefaultValue() != null;
    String variables = variables(method);
    return (method.isDefault() ? "default " : modifiers(method.getModifiers()))
        + (variables.isEmpty() ? "" : variables + " ")
        + text(method.getGenericReturnType())
        + " "
        + method.getName()
        + arguments(method.getGenericParameterTypes())
        + (defaultValue ? " default " + value(method.getDefaultValue()) : "");
  }

  private static String value(Object value) {
    return value instanceof Object[] values ? Arrays.toString(values) : "\"" + value + '"';
  }

  private static String modifiers(int modifiers) {
    int told =
        modifiers & (Modifier.PROTECTED | Modifier.STATIC | Modifier.ABSTRACT | Modifier.FINAL);
    return told == 0 ? "" : Modifier.toString(told) + " ";
  }

  private String arguments(Type... types) {
    return Arrays.stream(types).map(this::text).collect(Collectors.joining(", ", "(", ")"));
  }

  private String variables(GenericDeclaration declaration) {
    TypeVariable<?>[] variables = declaration.getTypeParameters();
    return variables.length == 0
        ? ""
        : Arrays.stream(variables)
            .map(
                variable ->
                    variable.getBounds()[0] == Object.class
                        ? variable.getName()
                        : variable.getName() + " extends " + text(variable.getBounds()[0]))
            .collect(Collectors.joining(", ", "<", ">"));
  }

  private String text(Type type) {
    if (type instanceof Class<?> plain) {
      meet(plain);
    } else if (type instanceof ParameterizedType parameterised) {
      text(parameterised.getRawType());
      for (Type argument : parameterised.getActualTypeArguments()) {
        text(argument);
      }
    }
    return shortened(type.getTypeName().replace('$', '.'));
  }

  private static String shortened(String name) {
    return name.replaceAll(
            "\\b(dev\\.varangian\\.spi(?:\\.[a-z]+)*|java\\.lang|java\\.util)\\.(?=[A-Z])", "")
        .replaceAll("\\bdev\\.varangian\\.tensor\\.", "tensor.");
  }
}
