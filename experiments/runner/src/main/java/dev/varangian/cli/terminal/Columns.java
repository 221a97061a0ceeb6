package dev.varangian.cli.terminal;

import java.util.List;

/** Text in columns. */
public final class Columns {
  private static final String GAP = "  ";

  private Columns() {}

  /** The rows, one a line, with each column as wide as its widest text. */
  public static String of(List<? extends List<String>> rows) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], row.get(i).length());
      }
    }
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        line.append(padded(row.get(i), widths[i]));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  /** A text that fills a column, with the gap behind it. */
  public static String padded(String text, int width) {
    return text + " ".repeat(width - text.length()) + GAP;
  }
}
