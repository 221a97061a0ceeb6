package dev.varangian.cli.report;

import dev.varangian.cli.text.Template;
import dev.varangian.core.file.AtomicFile;
import dev.varangian.spi.context.ConfigurationException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The report of a results folder: one page with curves, the table of results and the experiment,
 * complete in itself. Its policy lets a browser load nothing and run no script but its own two.
 */
public final class Report {
  /** So many things left out are named in a message. */
  private static final int MOST_NAMED = 4;

  private Report() {}

  /**
   * Writes {@code report.html} into a results folder, from what lies there.
   *
   * @param folder with {@code summary.csv}, {@code experiment.yaml}, {@code environment.json} and
   *     the runs that the summary names; what is missing or damaged is left out, and the page says
   *     so
   * @return the page
   * @throws ConfigurationException if it isn't a results folder or can't be written to
   */
  public static Path write(Path folder) {
    Path page = folder.resolve("report.html");
    write(List.of(folder), page);
    return page;
  }

  /**
   * Writes a page about one results folder, or one that compares several.
   *
   * @param folders one or more
   * @param page where to
   * @return what could not be shown, a line each for the folders in question
   * @throws ConfigurationException if none of them is a results folder, or the page can't be
   *     written
   */
  public static List<String> write(List<Path> folders, Path page) {
    Path pageFolder = Objects.requireNonNull(page.toAbsolutePath().getParent());
    List<Results> read = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path folder : folders) {
      try {
        Results results = new ResultsReader(folder, pageFolder).read();
        read.add(results);
        if (!results.omissions().isEmpty()) {
          problems.add(folder + " is shown without " + shortened(results.omissions()));
        }
      } catch (ConfigurationException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (read.isEmpty()) {
      throw new ConfigurationException(String.join("; ", problems));
    }
    AtomicFile.writeText(page, html(Comparison.of(read)));
    return problems;
  }

  private static String shortened(List<String> omissions) {
    int more = omissions.size() - MOST_NAMED;
    return more <= 0
        ? String.join("; ", omissions)
        : String.join("; ", omissions.subList(0, MOST_NAMED)) + "; and " + more + " more";
  }

  static String html(Results results) {
    List<Setting> settings = Setting.of(results.sweptKeys(), results.runs());
    List<Section> sections = Section.of(results, settings);
    String uplot =
        "/*\n" + Resources.uplot("LICENSE") + "\n*/\n" + Resources.uplot("dist/uPlot.iife.min.js");
    String script = Resources.script();
    return new Template(Resources.own("report.html"))
        .fill(
            Map.ofEntries(
                Map.entry("title", Html.escape(results.title())),
                Map.entry("policy", policy(uplot, script)),
                Map.entry("uplot-style", Resources.uplot("dist/uPlot.min.css")),
                Map.entry("style", Resources.own("report.css")),
                Map.entry("facts", Facts.of(results)),
                Map.entry("table", ResultsTable.of(results)),
                Map.entry("omissions", Parts.omissions(results.omissions())),
                Map.entry("contents", Parts.contents(sections)),
                Map.entry("sections", Parts.sections(sections)),
                Map.entry("trust", Parts.trust(settings)),
                Map.entry("maps", Parts.maps(HeatMaps.of(results, settings))),
                Map.entry("claims", Parts.claims(ClaimsTable.of(results.claims()))),
                Map.entry("origins", Parts.origins(results.origins())),
                Map.entry("data", PageData.of(results, settings, sections)),
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
