package dev.varangian.spi.data;

import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder of a data set and the files that belong there. Data sets and {@code varangian data}
 * both find files by it, so what the one takes the other takes too. Each file may have any of its
 * declared names, with {@code .gz} behind it or not; if it is there under several, the first
 * declared counts, and one without {@code .gz} before one with it.
 *
 * @param path may not exist
 * @param files all that the data set needs
 */
public record DataFolder(Path path, List<DataFile> files) {

  /** Keeps a copy of the list. */
  public DataFolder {
    files = List.copyOf(files);
  }

  /**
   * The folder called {@code name} in the data directory.
   *
   * @param type a class that declares its files by {@link DataFiles}
   */
  public static DataFolder of(DataDirectory data, String name, Class<?> type) {
    return new DataFolder(data.path().resolve(name), DataFile.declaredBy(type));
  }

  /** Where a file lies; empty if it isn't there. */
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
   * Where the file declared by {@code name} lies, all the others being there too.
   *
   * @throws ConfigurationException if one isn't there; the message names all that aren't
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

  /** The likeliest slip: naming the folder of the files where the folder above is meant. */
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
