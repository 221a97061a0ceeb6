package dev.varangian.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/** The parts of the page that lie on the class path. */
final class Resources {
  private static final String OWN = "dev/varangian/cli/report/";
  private static final String UPLOT_VERSION = "META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String UPLOT = "META-INF/resources/webjars/uplot/";

  private Resources() {}

  /** One of the files beside this class. */
  static String own(String name) {
    return text(OWN + name);
  }

  /** A file of the charting library uPlot, whichever version there is. */
  static String uplot(String name) {
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
