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
 * The files that a data set declares.
 *
 * @param dataset its name, which is that of its folder
 * @param files all that it needs
 * @param mirrors addresses that end in a slash
 * @param origin where a person gets the files; empty if nowhere in particular
 */
public record DatasetFiles(
    String dataset, List<DataFile> files, List<String> mirrors, String origin) {

  /** Keeps copies of the lists. */
  public DatasetFiles {
    files = List.copyOf(files);
    mirrors = List.copyOf(mirrors);
  }

  /** What the class of a data set declares; empty if it declares no files. */
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

  /** The folder that they are read from. */
  public DataFolder in(DataDirectory data) {
    return at(data.path().resolve(dataset));
  }

  /** Any folder that they may lie in. */
  public DataFolder at(Path folder) {
    return new DataFolder(folder, files);
  }
}
