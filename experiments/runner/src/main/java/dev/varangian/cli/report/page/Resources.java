package dev.varangian.cli.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;

/** The parts of the page that are files on the class path. */
final class Resources {
  private static final String OWN = "dev/varangian/cli/report/page/";
  private static final String UPLOT_VERSION = "META-INF/maven/org.webjars.npm/uplot/pom.properties";
  private static final String UPLOT = "META-INF/resources/webjars/uplot/";

  /** The files of the page's script; each may use those before it. */
  private static final List<String> SCRIPTS =
      List.of(
          "text.js",
          "look.js",
          "curves.js",
          "plot.js",
          "values.js",
          "svg.js",
          "legend.js",
          "section.js",
          "weights.js",
          "page.js");

  private Resources() {}

  /** The page's script, as one function, so that it defines no global names. */
  static String script() {
    return SCRIPTS.stream()
        .map(Resources::own)
        .collect(Collectors.joining("\n", "\"use strict\";\n(() => {\n", "})();\n"));
  }

  /** One of the files beside this class. */
  static String own(String name) {
    return text(OWN + name);
  }

  /** The charting library uPlot with its licence. */
  static String uplotScript() {
    return "/*\n" + uplot("LICENSE") + "\n*/\n" + uplot("dist/uPlot.iife.min.js");
  }

  /** A content security policy that allows some scripts, inline styles and nothing else. */
  static String policy(String... scripts) {
    StringBuilder allowed = new StringBuilder();
    for (String script : scripts) {
      allowed.append(" 'sha256-").append(sha256(script)).append("'");
    }
    return "default-src 'none'; style-src 'unsafe-inline'; script-src" + allowed;
  }

  private static String sha256(String text) {
    try {
      return Base64.getEncoder()
          .encodeToString(
              MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  /** A file of uPlot, of the version on the class path. */
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
