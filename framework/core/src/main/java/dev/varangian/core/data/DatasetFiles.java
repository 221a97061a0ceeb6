package dev.varangian.core.data;

import dev.varangian.spi.Component;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.DataFile;
import dev.varangian.spi.data.DataFiles;
import dev.varangian.spi.data.DataFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The files declared by a data set.
 *
 * @param dataset its name, also the name of its folder
 * @param files all files it needs
 * @param mirrors addresses that end in a slash
 * @param origin where a person can get the files; empty if unknown
 */
public record DatasetFiles(
    String dataset, List<DataFile> files, List<String> mirrors, String origin) {

  /** Copies the lists. */
  public DatasetFiles {
    files = List.copyOf(files);
    mirrors = List.copyOf(mirrors);
  }

  /** Returns what the class of a data set declares; empty if it declares no files. */
  public static Optional<DatasetFiles> of(Component<?> dataset) {
    return Optional.ofNullable(dataset.type().getAnnotation(DataFiles.class))
        .map(
            declared ->
                new DatasetFiles(
                    dataset.name(),
                    DataFile.declaredBy(dataset.type()),
                    List.of(declared.mirrors()),
                    declared.origin()));
  }

  /** Returns the folder that they are read from. */
  public DataFolder in(DataDirectory data) {
    return at(data.path().resolve(dataset));
  }

  /** Returns all folders that may contain them. */
  public DataFolder at(Path folder) {
    return new DataFolder(folder, files);
  }
}
