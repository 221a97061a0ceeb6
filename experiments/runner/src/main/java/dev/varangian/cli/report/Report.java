package dev.varangian.cli.report;

import dev.varangian.core.record.AtomicFile;
import dev.varangian.spi.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Map;

/**
 * The report of a results folder: one page with curves, the table of results and the experiment,
 * complete in itself. Its policy lets a browser load nothing and run no script but its own two.
 */
public final class Report {
  private Report() {}

  /**
   * Writes {@code report.html} into a results folder, from what lies there.
   *
   * @param folder with {@code summary.csv}, {@code experiment.yaml}, {@code environment.json} and
   *     the runs that the summary names
   * @return the page
   * @throws ConfigurationException if it isn't a results folder or can't be written to
   */
  public static Path write(Path folder) {
    Path page = folder.resolve("report.html");
    AtomicFile.writeText(page, html(new ResultsReader(folder).read()));
    return page;
  }

  static String html(Results results) {
    String uplot =
        "/*\n" + Resources.uplot("LICENSE") + "\n*/\n" + Resources.uplot("dist/uPlot.iife.min.js");
    String script = Resources.own("report.js");
    return new Template(Resources.own("report.html"))
        .fill(
            Map.ofEntries(
                Map.entry("title", Html.escape(results.title())),
                Map.entry("policy", policy(uplot, script)),
                Map.entry("uplot-style", Resources.uplot("dist/uPlot.min.css")),
                Map.entry("style", Resources.own("report.css")),
                Map.entry("facts", Facts.of(results)),
                Map.entry("table", ResultsTable.of(results)),
                Map.entry("experiment", Html.escape(results.experiment())),
                Map.entry("environment", Html.escape(results.environment())),
                Map.entry("data", CurvesJson.of(results)),
                Map.entry("uplot", uplot),
                Map.entry("script", script)));
  }

  private static String policy(String... scripts) {
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
}
