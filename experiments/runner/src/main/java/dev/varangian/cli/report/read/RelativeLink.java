package dev.varangian.cli.report.read;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Links from a page to folders. */
public final class RelativeLink {
  private RelativeLink() {}

  /** A relative link that ends in a slash; empty if there is none, as between drives. */
  public static String between(Path from, Path folder) {
    try {
      StringBuilder link = new StringBuilder();
      for (Path name :
          from.toAbsolutePath().normalize().relativize(folder.toAbsolutePath().normalize())) {
        link.append(new URI(null, null, "/" + name, null).getRawPath().substring(1)).append('/');
      }
      return link.toString();
    } catch (IllegalArgumentException | URISyntaxException e) {
      return "";
    }
  }
}
