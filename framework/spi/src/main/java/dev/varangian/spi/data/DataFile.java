package dev.varangian.spi.data;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * One file of a data set, as {@link DataFiles} declares it.
 *
 * @param name its name when it is not compressed
 * @param otherNames alternative names, or paths within the data set's folder
 * @param sha256 the SHA-256 of the uncompressed content, in lower-case hexadecimal digits; empty if
 *     not known
 * @param bytes the length of the uncompressed content; 0 if not known
 * @param download its name on the mirrors
 */
public record DataFile(
    String name, List<String> otherNames, String sha256, long bytes, String download) {
  private static final String GZIP = ".gz";

  /** Copies the list. */
  public DataFile {
    otherNames = List.copyOf(otherNames);
  }

  /**
   * The files that a class declares with {@link DataFiles}, in the order of declaration; empty if
   * it declares none.
   */
  public static List<DataFile> declaredBy(Class<?> type) {
    DataFiles declared = type.getAnnotation(DataFiles.class);
    return declared == null
        ? List.of()
        : Arrays.stream(declared.value()).map(DataFile::of).toList();
  }

  private static DataFile of(DataFiles.File file) {
    return new DataFile(
        file.name(),
        List.of(file.otherNames()),
        file.sha256().toLowerCase(Locale.ROOT),
        file.bytes(),
        file.download().isEmpty() ? file.name() + GZIP : file.download());
  }

  /** The names it may have, in order of precedence. */
  List<String> names() {
    List<String> plain = Stream.concat(Stream.of(name), otherNames.stream()).toList();
    return Stream.concat(plain.stream(), plain.stream().map(each -> each + GZIP)).toList();
  }
}
