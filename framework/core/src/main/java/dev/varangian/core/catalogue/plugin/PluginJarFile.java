package dev.varangian.core.catalogue.plugin;

import dev.varangian.spi.Plugin;
import dev.varangian.spi.SpiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;

/**
 * The description of a jar in its manifest and service file.
 *
 * @param path the jar
 * @param classes the plugin classes that it declares; empty if it has no service file
 * @param hasService whether it has a service file
 * @param title the name from its manifest, otherwise its file name
 * @param version the version from its manifest; empty if there is none
 * @param builtFor the version of the plugin API from its manifest, unparsed
 */
record PluginJarFile(
    Path path,
    List<String> classes,
    boolean hasService,
    String title,
    String version,
    Optional<String> builtFor) {
  static final String SERVICE = "META-INF/services/" + Plugin.class.getName();

  /** A service file has a line or two; the limit protects against one that expands to gigabytes. */
  private static final int MOST_BYTES = 1 << 16;

  /** Signals that a jar cannot be read; the message says why and how to fix that. */
  static final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableException(String message) {
      super(message);
    }
  }

  /**
   * Reads a jar.
   *
   * @throws UnreadableException if it is not a readable jar
   */
  static PluginJarFile read(Path path) throws UnreadableException {
    try (JarFile jar = new JarFile(path.toFile())) {
      ZipEntry service = jar.getEntry(SERVICE);
      Manifest manifest = jar.getManifest();
      Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
      return new PluginJarFile(
          path,
          service == null ? List.of() : classes(jar, service),
          service != null,
          Optional.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_TITLE))
              .map(PluginJarFile::printable)
              .filter(title -> !title.isBlank())
              .orElseGet(() -> PluginOrigin.stem(path)),
          Optional.ofNullable(attributes.getValue(Attributes.Name.IMPLEMENTATION_VERSION))
              .map(PluginJarFile::printable)
              .orElse(""),
          Optional.ofNullable(attributes.getValue(SpiVersion.ATTRIBUTE))
              .map(PluginJarFile::printable));
    } catch (IOException | SecurityException e) {
      throw new UnreadableException(why(path));
    }
  }

  /** Without control characters, which a terminal might interpret. */
  private static String printable(String text) {
    return text.replaceAll("\\p{Cc}", "?");
  }

  private static String why(Path path) {
    if (!Files.exists(path)) {
      return "it is a link to a file that does not exist";
    }
    if (!Files.isReadable(path)) {
      return "it cannot be read: change its permissions or remove it";
    }
    return path.toFile().length() == 0
        ? "it is empty: rebuild or copy it again"
        : "it is not a jar (not a zip file, or a damaged one): rebuild or copy it again";
  }

  private static List<String> classes(JarFile jar, ZipEntry service) throws IOException {
    try (InputStream in = jar.getInputStream(service)) {
      return new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.replaceFirst("#.*", "").strip())
          .filter(line -> !line.isEmpty())
          .distinct()
          .toList();
    }
  }

  /** Returns why it is not compatible with this plugin API; empty if it is. */
  Optional<String> misfit() {
    if (builtFor.isEmpty()) {
      return Optional.empty();
    }
    Optional<SpiVersion> version = SpiVersion.of(builtFor.get());
    if (version.isEmpty()) {
      return Optional.of(
          "its manifest says "
              + SpiVersion.ATTRIBUTE
              + ": \""
              + builtFor.get()
              + "\", expected a version such as "
              + SpiVersion.CURRENT);
    }
    return SpiVersion.CURRENT.runs(version.get())
        ? Optional.empty()
        : Optional.of(
            "it is built for version "
                + version.get()
                + " of the plugin API, but this Varangian has version "
                + SpiVersion.CURRENT
                + ": build it for that version");
  }
}
