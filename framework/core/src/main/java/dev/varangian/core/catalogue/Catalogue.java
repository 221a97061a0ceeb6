package dev.varangian.core.catalogue;

import dev.varangian.core.catalogue.parameter.Nearest;
import dev.varangian.core.catalogue.parameter.Parameters;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.catalogue.plugin.PluginLoader;
import dev.varangian.core.catalogue.plugin.Refusal;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.Plugin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The available components by kind and name. Of several with the same kind and name the built-in
 * one takes precedence; if all are external, none is used.
 */
public final class Catalogue {
  private final List<LoadedPlugin> plugins;
  private final Map<Declared.Key, Declared> chosen;
  private final Map<Declared.Key, Refusal> refused;
  private final Map<Kind, Component<?>> shorthands;
  private final List<Refusal> notLoaded;
  private final List<Refusal> refusals;

  /**
   * @param plugins built-in ones first
   */
  private Catalogue(List<LoadedPlugin> plugins, List<Refusal> notLoaded) {
    ComponentSelection selection = new ComponentSelection(plugins);
    this.chosen = selection.chosen();
    this.refused = selection.refused();
    this.shorthands = selection.shorthands();
    this.plugins = plugins.stream().map(this::withChosenOnly).toList();
    this.notLoaded = List.copyOf(notLoaded);
    this.refusals = Stream.concat(notLoaded.stream(), selection.refusals().stream()).toList();
  }

  @SuppressWarnings(
      "ReferenceEquality") // two plugin objects may be equal; only one of them is used
  private LoadedPlugin withChosenOnly(LoadedPlugin plugin) {
    return plugin.with(
        chosen.values().stream()
            .filter(declared -> declared.plugin() == plugin)
            .<Component<?>>map(Declared::component)
            .toList());
  }

  /**
   * Returns the built-in plugins and external ones.
   *
   * @param foreign jars and folders of jars
   */
  public static Catalogue discover(List<Path> foreign) {
    return discover(foreign, Catalogue.class.getClassLoader());
  }

  /**
   * Returns the plugins of a class path and external ones.
   *
   * @param foreign jars and folders of jars
   * @param host the class loader of built-in plugins, shared with external ones
   */
  public static Catalogue discover(List<Path> foreign, ClassLoader host) {
    return discover(foreign, host, PluginLoader.PATIENCE);
  }

  static Catalogue discover(List<Path> foreign, ClassLoader host, Duration patience) {
    PluginLoader loader = new PluginLoader(patience);
    List<LoadedPlugin> plugins = new ArrayList<>(loader.builtIn(host));
    plugins.addAll(loader.foreign(foreign, host));
    return new Catalogue(plugins, loader.refusals());
  }

  /** Returns a catalogue of exactly these plugins, treated as built in. */
  public static Catalogue of(Plugin... plugins) {
    return new Catalogue(Arrays.stream(plugins).map(PluginLoader::loaded).toList(), List.of());
  }

  /** Returns the component of this kind and name. */
  public Optional<Component<?>> find(Kind kind, String name) {
    return Optional.ofNullable(chosen.get(new Declared.Key(kind, name))).map(Declared::component);
  }

  /**
   * Returns the component of this kind and name.
   *
   * @param type the type that components of this kind implement
   * @throws IllegalArgumentException if they implement something else
   */
  public <T> Optional<Component<T>> find(Kind kind, Class<T> type, String name) {
    requireType(kind, type);
    return find(kind, name).map(Catalogue::cast);
  }

  private static void requireType(Kind kind, Class<?> type) {
    if (kind.type() != type) {
      throw new IllegalArgumentException("a " + kind + " is no " + type.getSimpleName());
    }
  }

  @SuppressWarnings("unchecked") // every chosen component's class implements its kind's type
  private static <T> Component<T> cast(Component<?> component) {
    return (Component<T>) component;
  }

  /** Returns the components of a kind, sorted by name. */
  public List<Component<?>> all(Kind kind) {
    return chosen.values().stream()
        .<Component<?>>map(Declared::component)
        .filter(component -> component.kind() == kind)
        .toList();
  }

  /** Returns the names of a kind's components in alphabetical order. */
  public List<String> names(Kind kind) {
    return all(kind).stream().<String>map(Component::name).toList();
  }

  /** Returns the component of a kind that a bare value is shorthand for. */
  public Optional<Component<?>> shorthand(Kind kind) {
    return Optional.ofNullable(shorthands.get(kind));
  }

  /**
   * Returns the parameters of a component.
   *
   * @throws IllegalArgumentException if it is not in this catalogue
   */
  public Parameters parameters(Component<?> component) {
    return declared(component).parameters();
  }

  /**
   * Returns the plugin that declares a component.
   *
   * @throws IllegalArgumentException if it is not in this catalogue
   */
  public LoadedPlugin pluginOf(Component<?> component) {
    Declared declared = declared(component);
    return plugins.stream()
        .filter(plugin -> plugin.components().contains(declared.component()))
        .findFirst()
        .orElseThrow();
  }

  private Declared declared(Component<?> component) {
    Declared declared = chosen.get(new Declared.Key(component.kind(), component.name()));
    if (declared == null || !declared.component().equals(component)) {
      throw new IllegalArgumentException(
          "the " + component.kind() + " " + component.name() + " is not in the catalogue");
    }
    return declared;
  }

  /** Returns the loaded plugins, built-in ones first, each with the components that are used. */
  public List<LoadedPlugin> plugins() {
    return plugins;
  }

  /** Returns in one line why a declared component cannot be used. */
  public Optional<String> whyNot(Kind kind, String name) {
    return Optional.ofNullable(refused.get(new Declared.Key(kind, name))).map(Refusal::toString);
  }

  /** Returns what could not be loaded or used and why, one line each. */
  public List<String> problems() {
    return refusals.stream().map(Refusal::toString).toList();
  }

  /** Returns the same with the jars concerned, for {@code list plugins}. */
  public List<Refusal> refusals() {
    return refusals;
  }

  /**
   * Returns the message for an unknown name, for instance {@code no filter is called "krumm"
   * (nearest: krum; all: varangian list filters)}. If some plugins were not loaded, the component
   * may be in one of them, and the message says why.
   */
  public String unknown(Kind kind, String name) {
    String all = "all: varangian list " + kind.plural();
    String nearest =
        Nearest.to(name, names(kind)).map(near -> "nearest: " + near + "; ").orElse("");
    return whyNot(kind, name)
        .orElseGet(
            () ->
                "no " + kind + " is called \"" + name + "\" (" + nearest + all + notLoaded() + ")");
  }

  private String notLoaded() {
    if (notLoaded.isEmpty()) {
      return "";
    }
    String more = notLoaded.size() == 1 ? "" : "; see varangian list plugins for others";
    return "; not loaded: " + notLoaded.get(0) + more;
  }
}
