package dev.varangian.cli.report;

import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Path;
import java.util.List;

/**
 * A line of {@code claims.csv}.
 *
 * @param figure the figure's name
 * @param claim what is claimed, in words
 * @param measured what was measured, in words
 * @param verdict {@code holds}, {@code holds in 3 of 5} or {@code not measured}
 * @param against the cases that speak against it, in words
 */
record ClaimRow(String figure, String claim, String measured, String verdict, String against) {
  private static final List<String> HEADER =
      List.of("figure", "claim", "measured", "verdict", "against");

  /**
   * The lines of a file.
   *
   * @throws ConfigurationException if they aren't such lines
   */
  static List<ClaimRow> parse(List<List<String>> lines, Path file) {
    if (lines.isEmpty()
        || !lines.get(0).equals(HEADER)
        || lines.stream().anyMatch(line -> line.size() != HEADER.size())) {
      throw new ConfigurationException(
          file + " is damaged: expected the columns " + String.join(",", HEADER));
    }
    return lines.stream()
        .skip(1)
        .map(line -> new ClaimRow(line.get(0), line.get(1), line.get(2), line.get(3), line.get(4)))
        .toList();
  }

  /** The same under another name of the figure. */
  ClaimRow of(String otherFigure) {
    return new ClaimRow(otherFigure, claim, measured, verdict, against);
  }
}
