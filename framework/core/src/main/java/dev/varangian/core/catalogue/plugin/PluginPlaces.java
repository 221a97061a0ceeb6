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
 * Finds foreign plugins: each is a jar, or a sub-folder of a folder of jars, which then holds one
 * with its libraries.
 */
final class PluginPlaces {
  private final Consumer<Refusal> refusals;

  /**
   * A plugin's files.
   *
   * @param path the jar, or the sub-folder
   * @param jars the jar alone, or those in the sub-folder, in the order of their names
   */
  record Place(Path path, List<Path> jars) {
    boolean isFolder() {
      return !jars.equals(List.of(path));
    }
  }

  /**
   * @param refusals told of what is not there
   */
  PluginPlaces(Consumer<Refusal> refusals) {
    this.refusals = refusals;
  }

  /**
   * Those in jars and folders. A place that is named twice is one.
   *
   * @param paths each a jar, or a folder whose jars and sub-folders are taken in the order of their
   *     names
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

  /** Whether reading it comes to an end; a pipe's need not. */
  private boolean canEnd(Path jar) {
    if (Files.isRegularFile(jar) || !Files.exists(jar)) {
      return true;
    }
    refusals.accept(Refusal.of(jar.toString(), "it is no file, but a pipe or a device"));
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
      refusals.accept(Refusal.of(path.toString(), "there is no such plugin jar or folder"));
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
      refusals.accept(Refusal.of(path.toString(), "there is no jar in this folder"));
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
      refusals.accept(Refusal.of(folder.toString(), "the folder can't be read"));
      return List.of();
    }
  }
}
