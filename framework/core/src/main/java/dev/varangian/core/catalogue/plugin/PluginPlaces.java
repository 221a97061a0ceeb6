package dev.varangian.core.catalogue.plugin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Finds external plugins: each is a jar, or a subfolder of a folder of jars that contains one
 * plugin with its libraries.
 */
final class PluginPlaces {
  private final Consumer<Refusal> refusals;

  /**
   * A plugin's files.
   *
   * @param path the jar or the subfolder
   * @param jars the single jar, or those in the subfolder sorted by name
   */
  record Place(Path path, List<Path> jars) {
    boolean isFolder() {
      return !jars.equals(List.of(path));
    }
  }

  /**
   * @param refusals receives what is missing
   */
  PluginPlaces(Consumer<Refusal> refusals) {
    this.refusals = refusals;
  }

  /**
   * Returns the plugins in jars and folders; duplicates are ignored.
   *
   * @param paths jars, and folders whose jars and subfolders are loaded in the order of their names
   */
  List<Place> in(List<Path> paths) {
    Map<Path, Place> places = new LinkedHashMap<>();
    for (Path path : paths) {
      for (Place place : in(path)) {
        if (place.jars().stream().allMatch(this::canEnd)) {
          places.putIfAbsent(real(place.path()), place);
        }
      }
    }
    return List.copyOf(places.values());
  }

  /** Returns whether it can be read to an end; a pipe may never end. */
  private boolean canEnd(Path jar) {
    if (Files.isRegularFile(jar) || !Files.exists(jar)) {
      return true;
    }
    refusals.accept(Refusal.of(jar.toString(), "it is a pipe or a device, not a file"));
    return false;
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }

  private List<Place> in(Path path) {
    if (!Files.isDirectory(path)) {
      if (Files.exists(path)) {
        return List.of(new Place(path, List.of(path)));
      }
      refusals.accept(Refusal.of(path.toString(), "no such plugin jar or folder"));
      return List.of();
    }
    List<Place> places = new ArrayList<>();
    for (Path entry : entries(path)) {
      if (isJar(entry)) {
        places.add(new Place(entry, List.of(entry)));
      } else if (Files.isDirectory(entry)) {
        List<Path> jars = entries(entry).stream().filter(PluginPlaces::isJar).toList();
        if (!jars.isEmpty()) {
          places.add(new Place(entry, jars));
        }
      }
    }
    if (places.isEmpty()) {
      refusals.accept(Refusal.of(path.toString(), "no jar in this folder"));
    }
    return places;
  }

  private static boolean isJar(Path path) {
    return path.toString().endsWith(".jar") && !Files.isDirectory(path);
  }

  private List<Path> entries(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    } catch (IOException e) {
      refusals.accept(Refusal.of(folder.toString(), "the folder cannot be read"));
      return List.of();
    }
  }
}
