package dev.varangian.cli.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** A jar of what a program runs from, which is a folder where a build tool started it. */
final class ClassesJar {
  /** The same bytes each time need the same times. */
  private static final long SOME_TIME = 1_000_000_000_000L;

  private ClassesJar() {}

  /**
   * The jar itself, or one made of a folder.
   *
   * @param made where a jar is written if one has to be made
   */
  static Path of(Path classes, Path made) throws IOException {
    if (!Files.isDirectory(classes)) {
      return classes;
    }
    try (Stream<Path> walk = Files.walk(classes);
        JarOutputStream jar = new JarOutputStream(Files.newOutputStream(made))) {
      List<Path> files = walk.filter(Files::isRegularFile).sorted().toList();
      for (Path file : files) {
        ZipEntry entry = new ZipEntry(classes.relativize(file).toString().replace('\\', '/'));
        entry.setTime(SOME_TIME);
        jar.putNextEntry(entry);
        Files.copy(file, jar);
        jar.closeEntry();
      }
    }
    return made;
  }
}
