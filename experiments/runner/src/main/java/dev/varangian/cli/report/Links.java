package dev.varangian.cli.report;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;

/** Links from a page to folders. */
final class Links {
  private Links() {}

  /** A relative link with a slash at its end; empty where there is no way. */
  static String between(Path from, Path folder) {
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
