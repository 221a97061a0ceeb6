package dev.varangian.cli.report;

import dev.varangian.cli.report.page.Page;
import dev.varangian.cli.report.read.Comparison;
import dev.varangian.cli.report.read.ResultsReader;
import dev.varangian.cli.report.results.Results;
import dev.varangian.core.file.AtomicFile;
import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes the report of a results folder: one HTML file with curves, the table of results and the
 * experiment. It loads nothing, and its policy allows no script but its own two.
 */
public final class Report {
  /** Of more omissions only the number is printed. */
  private static final int MOST_NAMED = 4;

  private Report() {}

  /**
   * Writes {@code report.html} into a results folder.
   *
   * @param folder with {@code summary.csv}, {@code experiment.yaml}, {@code environment.json} and
   *     the runs of the summary; the page lists what is missing or damaged
   * @return the page
   * @throws ConfigurationException if it is not a results folder or can't be written to
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
   * @param page the file to write
   * @return what could not be shown, one line for each folder concerned
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
          problems.add(folder + ": not shown: " + shortened(results.omissions()));
        }
      } catch (ConfigurationException e) {
        problems.add(String.valueOf(e.getMessage()));
      }
    }
    if (read.isEmpty()) {
      throw new ConfigurationException(String.join("; ", problems));
    }
    AtomicFile.writeText(page, Page.html(Comparison.of(read)));
    return problems;
  }

  private static String shortened(List<String> omissions) {
    int more = omissions.size() - MOST_NAMED;
    return more <= 0
        ? String.join("; ", omissions)
        : String.join("; ", omissions.subList(0, MOST_NAMED)) + "; and " + more + " more";
  }
}
