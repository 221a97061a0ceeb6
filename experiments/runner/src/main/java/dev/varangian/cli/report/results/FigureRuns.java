package dev.varangian.cli.report.results;

import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A figure of a paper, from {@code figures.csv}.
 *
 * @param name for instance {@code fig2}
 * @param title its title
 * @param rows the swept key with a row of plots for each value
 * @param fromRound the first round that is drawn
 * @param runs the ids of its runs, including the fault-free ones
 */
public record FigureRuns(String name, String title, String rows, int fromRound, List<String> runs) {
  private static final List<String> HEADER =
      List.of("figure", "title", "rows", "from_round", "run");

  /**
   * The figures of a file, in its order.
   *
   * @throws ConfigurationException if the columns are others
   */
  public static List<FigureRuns> parse(List<List<String>> lines, Path file) {
    if (lines.isEmpty() || !lines.get(0).equals(HEADER)) {
      throw new ConfigurationException(
          file + ":1 is damaged: expected the columns " + String.join(",", HEADER));
    }
    Map<String, FigureRuns> figures = new LinkedHashMap<>();
    for (int i = 1; i < lines.size(); i++) {
      List<String> line = lines.get(i);
      if (line.size() != HEADER.size() || !line.get(3).matches("[0-9]{1,9}")) {
        throw new ConfigurationException(
            file + ":" + (i + 1) + " is damaged: expected " + String.join(",", HEADER));
      }
      figures
          .computeIfAbsent(
              line.get(0),
              name ->
                  new FigureRuns(
                      name,
                      line.get(1),
                      line.get(2),
                      Integer.parseInt(line.get(3)),
                      new ArrayList<>()))
          .runs()
          .add(line.get(4));
    }
    return List.copyOf(figures.values());
  }

  /** With the runs of the same figure in other results. */
  public FigureRuns and(FigureRuns other) {
    List<String> all = new ArrayList<>(runs);
    all.addAll(other.runs);
    return new FigureRuns(name, title, rows, fromRound, all);
  }
}
