package dev.varangian.spi.data;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares the files that a data set reads, on its class. They are in the folder of the data
 * directory that has the data set's name. This declaration is all that {@code varangian data} needs
 * to list, fetch, import and verify them; it decompresses what it fetches or imports. Files that
 * users put there themselves may also be compressed with gzip. The data set finds and opens them
 * through {@link DataFolder}.
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
   * Addresses from which the files are fetched, each ending in a slash, tried in order until one
   * succeeds. Empty if the files can only be imported.
   */
  String[] mirrors() default {};

  /** Where users can get files that no mirror has; empty if there is no such place. */
  String origin() default "";

  /** One file. */
  @Target({})
  @interface File {
    /** Its name when it is not compressed. */
    String name();

    /** Alternative names, or paths within the folder, under which the data set also finds it. */
    String[] otherNames() default {};

    /** The SHA-256 of the uncompressed content in hexadecimal digits; empty if it is not known. */
    String sha256() default "";

    /** The number of uncompressed bytes; 0 if it is not known. */
    long bytes() default 0;

    /** Its name on the mirrors; by default its name with {@code .gz} appended. */
    String download() default "";
  }
}
