package dev.varangian.cli.report.read;

import dev.varangian.core.record.RunSummary;
import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code summary.csv}: the swept keys' columns, then {@link RunSummary#COLUMNS}, then the metrics
 * of components.
 *
 * @param sweptCount how many columns are those of swept keys
 * @param rows as long as the header
 */
record SummaryTable(List<String> header, int sweptCount, List<List<String>> rows) {

  /**
   * The table of a file.
   *
   * @param lines its lines as cells, the header first
   * @throws ConfigurationException if it is not such a table
   */
  static SummaryTable parse(List<List<String>> lines, Path file) {
    List<String> header = lines.isEmpty() ? List.of() : lines.get(0);
    int sweptCount = Collections.lastIndexOfSubList(header, RunSummary.COLUMNS);
    if (sweptCount < 0) {
      throw new ConfigurationException(
          file + ":1 lacks the columns " + String.join(",", RunSummary.COLUMNS));
    }
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).size() != header.size()) {
        throw new ConfigurationException(
            file + ":" + (i + 1) + " has " + lines.get(i).size() + " cells, not " + header.size());
      }
    }
    SummaryTable summary = new SummaryTable(header, sweptCount, lines.subList(1, lines.size()));
    for (List<String> row : summary.rows) {
      String rounds = summary.roundsCell(row);
      if (!rounds.matches("[0-9]{1,9}")) {
        throw new ConfigurationException(
            file + ": expected a number of rounds, found \"" + rounds + "\"");
      }
    }
    return summary;
  }

  List<String> sweptKeys() {
    return header.subList(0, sweptCount);
  }

  List<String> swept(List<String> row) {
    return row.subList(0, sweptCount);
  }

  /** The cells of a row that are results, by column. */
  Map<String, String> results(List<String> row) {
    Map<String, String> results = new LinkedHashMap<>();
    for (int i = sweptCount; i < header.size(); i++) {
      results.put(header.get(i), row.get(i));
    }
    return results;
  }

  /** The rounds of the longest run. */
  int rounds() {
    return rows.stream().map(this::roundsCell).mapToInt(Integer::parseInt).max().orElse(0);
  }

  private String roundsCell(List<String> row) {
    return row.get(sweptCount + RunSummary.COLUMNS.indexOf("rounds"));
  }
}
