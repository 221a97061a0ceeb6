package dev.varangian.datasets.image;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of real data sets that may lie beside the project, {@code ../shared/data} from its
 * root; the system property {@code varangian.test.data} names another.
 */
final class RealData {
  private RealData() {}

  /**
   * The data directory with this data set, or this file of one, in it; skips the test where there
   * is none.
   */
  static Path with(String content) {
    String named = System.getProperty("varangian.test.data");
    Path data = named == null ? besideTheProject(content) : Path.of(named);
    assumeTrue(
        Files.exists(data.resolve(content)),
        () ->
            "no "
                + content
                + (named == null ? " in ../shared/data beside the project" : " in " + named));
    return data;
  }

  private static Path besideTheProject(String content) {
    Path folder = Path.of("").toAbsolutePath();
    for (Path above = folder; above != null; above = above.getParent()) {
      Path data = above.resolve("shared/data");
      if (Files.exists(data.resolve(content))) {
        return data;
      }
    }
    return folder;
  }
}
