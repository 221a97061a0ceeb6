package dev.varangian.spi.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The files that a data set reads, declared on its class. They lie in the folder of the data
 * directory that has the data set's name. {@code varangian data} lists, fetches, imports and
 * verifies them by this alone; what it fetches or imports is decompressed. Files that users put
 * there themselves may also be compressed by gzip. The data set finds and opens them by {@link
 * DataFolder}.
 *
 * <pre>{@code
 * @DataFiles(
 *     value = @DataFiles.File(name = "iris.bin", sha256 = "5f1b…", bytes = 3150),
 *     mirrors = "https://example.org/iris/")
 * public final class Iris implements Dataset { … }
 * }</pre>
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface DataFiles {

  /** The files; all of them are needed. */
  File[] value();

  /**
   * Addresses that the files are fetched from, each ending in a slash; the later ones are tried
   * where the earlier ones fail. None if the files can only be imported.
   */
  String[] mirrors() default {};

  /** Where a person gets the files that no mirror has; empty if nowhere in particular. */
  String origin() default "";

  /** One file. */
  @Target({})
  @interface File {
    /** Its name when it is not compressed. */
    String name();

    /** Other names, or paths in the folder, that the data set reads it by. */
    String[] otherNames() default {};

    /** The SHA-256 of the uncompressed content in hexadecimal digits; empty if it is not known. */
    String sha256() default "";

    /** The number of uncompressed bytes; 0 if it is not known. */
    long bytes() default 0;

    /** What it is called at the mirrors; by default its name with {@code .gz}. */
    String download() default "";
  }
}
