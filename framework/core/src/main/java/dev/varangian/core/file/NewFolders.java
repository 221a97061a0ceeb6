package dev.varangian.core.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Folders made on the way to one that is to be written into; they go again if nothing is. */
public final class NewFolders {
  /** The deepest first. */
  private final List<Path> made;

  private NewFolders(List<Path> made) {
    this.made = List.copyOf(made);
  }

  /**
   * Makes {@code folder} and those above it, as far as they aren't there.
   *
   * @throws IOException if one can't be made; then none is
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

  /** Removes those that hold nothing but the lock of whoever made them. */
  public void removeUnused() {
    try {
      for (Path folder : made) {
        if (Files.isDirectory(folder) && holdsNothing(folder)) {
          Files.deleteIfExists(folder.resolve(FolderLock.FILE));
          Files.deleteIfExists(folder);
        }
      }
    } catch (IOException e) {
      // Somebody else put something there.
    }
  }

  private static boolean holdsNothing(Path folder) throws IOException {
    try (Stream<Path> content = Files.list(folder)) {
      return content.allMatch(file -> file.endsWith(FolderLock.FILE));
    }
  }
}
