package dev.varangian.cli.report;

import dev.varangian.core.record.RunSummary;
import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Path;
import java.util.List;

/**
 * {@code summary.csv}: the swept keys' columns, then {@link RunSummary#COLUMNS}.
 *
 * @param rows as long as the header
 */
record SummaryTable(List<String> header, List<List<String>> rows) {

  /**
   * The table of a file.
   *
   * @throws ConfigurationException if it isn't one
   */
  static SummaryTable parse(List<List<String>> table, Path file) {
    String columns = String.join(",", RunSummary.COLUMNS);
    if (table.isEmpty() || !String.join(",", table.get(0)).endsWith(columns)) {
      throw new ConfigurationException(file + ":1 does not end in the columns " + columns);
    }
    for (int i = 0; i < table.size(); i++) {
      if (table.get(i).size() != table.get(0).size()) {
        throw new ConfigurationException(file + ":" + (i + 1) + " is not as long as the header");
      }
    }
    SummaryTable summary = new SummaryTable(table.get(0), table.subList(1, table.size()));
    for (String rounds : summary.column("rounds")) {
      if (!rounds.matches("[0-9]{1,9}")) {
        throw new ConfigurationException(file + ": \"" + rounds + "\" is no number of rounds");
      }
    }
    return summary;
  }

  List<String> sweptKeys() {
    return header.subList(0, sweptCount());
  }

  private int sweptCount() {
    return header.size() - RunSummary.COLUMNS.size();
  }

  List<String> swept(List<String> row) {
    return row.subList(0, sweptCount());
  }

  List<String> results(List<String> row) {
    return row.subList(sweptCount(), row.size());
  }

  /** The rounds of the longest run. */
  int rounds() {
    return column("rounds").stream().mapToInt(Integer::parseInt).max().orElse(0);
  }

  /** A column of results. */
  private List<String> column(String name) {
    int at = sweptCount() + RunSummary.COLUMNS.indexOf(name);
    return rows.stream().map(row -> row.get(at)).toList();
  }
}
