package dev.varangian.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Creates missing parent folders, and removes them again if nothing is written. */
public final class NewFolders {
  /** Deepest first. */
  private final List<Path> made;

  private NewFolders(List<Path> made) {
    this.made = List.copyOf(made);
  }

  /**
   * Creates {@code folder} and its missing parents.
   *
   * @throws IOException if one cannot be created; then none is
   */
  public static NewFolders make(Path folder) throws IOException {
    List<Path> missing = new ArrayList<>();
    for (Path above = folder.toAbsolutePath();
        above != null && !Files.exists(above);
        above = above.getParent()) {
      missing.add(above);
    }
    NewFolders made = new NewFolders(missing);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      made.removeUnused();
      throw e;
    }
    return made;
  }

  /** Removes the folders that contain nothing but the lock of this process. */
  public void removeUnused() {
    try {
      for (Path folder : made) {
        if (Files.isDirectory(folder) && holdsNothing(folder)) {
          Files.deleteIfExists(folder.resolve(FolderLock.FILE));
          Files.deleteIfExists(folder);
        }
      }
    } catch (IOException e) {
      // Another process has written something there.
    }
  }

  private static boolean holdsNothing(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.allMatch(file -> file.endsWith(FolderLock.FILE));
    }
  }
}
