package dev.varangian.cli.starter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * The sources that Varangian was built from.
 *
 * @param root the folder of the outermost {@code pom.xml}
 */
public record Checkout(Path root) {
  private static final String POM = "pom.xml";

  /** The checkout around the folder of the experiments; empty if there is none. */
  public static Optional<Checkout> around(Path experiments) {
    return Optional.ofNullable(experiments.toAbsolutePath().normalize().getParent())
        .filter(root -> Files.isRegularFile(root.resolve("framework/spi/" + POM)))
        .map(Checkout::new);
  }

  /** The {@code pom.xml} of a module, or the outermost one. */
  Path pom(String module) {
    return root.resolve(module).resolve(POM);
  }

  /**
   * The versions in the outermost {@code pom.xml}: Varangian's own as {@code varangian}, those of
   * managed dependencies and plugins by their artifacts.
   *
   * @throws IOException if it can't be read
   */
  public Map<String, String> versions() throws IOException {
    Element project = parse(pom("")).getDocumentElement();
    Map<String, String> versions = new LinkedHashMap<>();
    for (String element : List.of("dependency", "plugin")) {
      for (int i = 0; i < project.getElementsByTagName(element).getLength(); i++) {
        Node each = project.getElementsByTagName(element).item(i);
        child(each, "version")
            .ifPresent(
                version ->
                    child(each, "artifactId")
                        .ifPresent(artifact -> versions.putIfAbsent(artifact, version)));
      }
    }
    versions.put(
        "varangian",
        child(project, "version").orElseThrow(() -> new IOException("no version in " + POM)));
    return versions;
  }

  private static Document parse(Path file) throws IOException {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      return factory.newDocumentBuilder().parse(file.toFile());
    } catch (ParserConfigurationException | SAXException e) {
      throw new IOException(file + ": " + e.getMessage(), e);
    }
  }

  private static Optional<String> child(Node parent, String name) {
    for (Node each = parent.getFirstChild(); each != null; each = each.getNextSibling()) {
      if (each.getNodeName().equals(name)) {
        return Optional.of(each.getTextContent().strip());
      }
    }
    return Optional.empty();
  }
}
