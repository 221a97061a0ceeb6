package dev.varangian.spi.data;

import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a data set and the files that belong there. Data sets and {@code varangian data}
 * both find files through it, so both accept the same files. Each file may have any of its declared
 * names, with or without {@code .gz} appended. If it is present under several names, the one
 * declared first is used, and a name without {@code .gz} takes precedence over the same name with
 * it.
 *
 * @param path the folder, which need not exist
 * @param files all files that the data set needs
 */
public record DataFolder(Path path, List<DataFile> files) {

  /** Copies the list. */
  public DataFolder {
    files = List.copyOf(files);
  }

  /**
   * The folder named {@code name} in the data directory.
   *
   * @param type a class that declares its files with {@link DataFiles}
   */
  public static DataFolder of(DataDirectory data, String name, Class<?> type) {
    return new DataFolder(data.path().resolve(name), DataFile.declaredBy(type));
  }

  /** The location of a file; empty if it isn't there. */
  public Optional<FoundFile> find(DataFile file) {
    return file.names().stream()
        .map(path::resolve)
        .filter(Files::isRegularFile)
        .findFirst()
        .map(FoundFile::new);
  }

  /** The files that aren't there. */
  public List<DataFile> missing() {
    return files.stream().filter(file -> find(file).isEmpty()).toList();
  }

  /**
   * The location of the file declared as {@code name}; requires all the other files to be there
   * too.
   *
   * @throws ConfigurationException if any file is missing; the message names every missing file
   * @throws IllegalArgumentException if no file of that name is declared
   */
  public FoundFile require(String name) {
    DataFile wanted =
        files.stream()
            .filter(file -> file.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no file " + name + " is declared"));
    List<DataFile> missing = missing();
    if (!missing.isEmpty()) {
      throw incomplete(missing);
    }
    return find(wanted).orElseThrow(() -> incomplete(List.of(wanted)));
  }

  private ConfigurationException incomplete(List<DataFile> missing) {
    boolean all = missing.size() == files.size();
    return new ConfigurationException(
        "found "
            + (all
                ? "none of the files of " + path.getFileName()
                : "no " + String.join(", no ", names(missing)))
            + " in "
            + path
            + ": put "
            + String.join(", ", names(files))
            + " there (plain or .gz), or pass --data DIR to look in DIR/"
            + path.getFileName()
            + (all ? misplaced() : ""));
  }

  private static List<String> names(List<DataFile> files) {
    return files.stream().map(DataFile::name).toList();
  }

  /** Handles the most likely mistake: naming the folder of the files instead of its parent. */
  private String misplaced() {
    Path parent = path.toAbsolutePath().normalize().getParent();
    if (parent == null || new DataFolder(parent, files).find(files.get(0)).isEmpty()) {
      return "";
    }
    return parent.endsWith(path.getFileName()) && parent.getParent() != null
        ? " (they lie in " + parent + ": pass --data " + parent.getParent() + ")"
        : " (they lie in " + parent + ": move them)";
  }
}
