package dev.varangian.core.data;

import dev.varangian.spi.DataFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One file of a data set.
 *
 * @param name its name when it is not compressed
 * @param otherNames others that stand for it
 * @param sha256 of the uncompressed content, in lower-case hexadecimal digits; empty if not known
 * @param bytes the length of the uncompressed content; 0 if not known
 * @param download its name at the mirrors
 */
public record DataFile(
    String name, List<String> otherNames, String sha256, long bytes, String download) {
  private static final String GZIP = ".gz";

  /** Keeps a copy of the list. */
  public DataFile {
    otherNames = List.copyOf(otherNames);
  }

  static DataFile of(DataFiles.File file) {
    return new DataFile(
        file.name(),
        List.of(file.otherNames()),
        file.sha256().toLowerCase(Locale.ROOT),
        file.bytes(),
        file.download().isEmpty() ? file.name() + GZIP : file.download());
  }

  /** The names that the file may have in a folder; a plain file counts before a compressed one. */
  List<String> names() {
    List<String> plain = Stream.concat(Stream.of(name), otherNames.stream()).toList();
    return Stream.concat(plain.stream(), plain.stream().map(each -> each + GZIP)).toList();
  }

  /** Where it lies in a folder. */
  public Optional<Path> in(Path folder) {
    return names().stream().map(folder::resolve).filter(Files::isRegularFile).findFirst();
  }
}
