package dev.varangian.cli.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The parts of the page that lie on the class path. */
public final class Resources {
  private static final String OWN = "dev/varangian/cli/report/page/";
  private static final String UPLOT_VERSION = "META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String UPLOT = "META-INF/resources/webjars/uplot/";

  /** The parts of the page's script, each with its subject; a later one may use earlier ones. */
  private static final List<String> SCRIPTS =
      List.of(
          "words.js",
          "look.js",
          "curves.js",
          "plot.js",
          "values.js",
          "svg.js",
          "legend.js",
          "section.js",
          "trust.js",
          "page.js");

  private Resources() {}

  /** The page's script, as one function that leaves no names behind. */
  public static String script() {
    return SCRIPTS.stream()
        .map(Resources::own)
        .collect(Collectors.joining("\n", "\"use strict\";\n(() => {\n", "})();\n"));
  }

  /** One of the files beside this class. */
  public static String own(String name) {
    return text(OWN + name);
  }

  /** A file of the charting library uPlot, whichever version there is. */
  public static String uplot(String name) {
    Properties properties = new Properties();
    try {
      properties.load(new StringReader(text(UPLOT_VERSION)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text(UPLOT + properties.getProperty("version") + "/" + name);
  }

  private static String text(String path) {
    try (InputStream in = Resources.class.getClassLoader().getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
