package dev.varangian.core.data;

import dev.varangian.spi.Component;
import dev.varangian.spi.DataDirectory;
import dev.varangian.spi.DataFiles;
import java.nio.file.Path;
import java.util.Arrays;
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
                    Arrays.stream(declared.value()).map(DataFile::of).toList(),
                    List.of(declared.mirrors()),
                    declared.origin()));
  }

  /** The folder that they lie in. */
  public Path folder(DataDirectory data) {
    return data.path().resolve(dataset);
  }

  /** The files that are not in {@code folder}. */
  public List<DataFile> missing(Path folder) {
    return files.stream().filter(file -> file.in(folder).isEmpty()).toList();
  }
}
