package dev.varangian.cli.report.results;

import dev.varangian.spi.context.ConfigurationException;
import java.nio.file.Path;
import java.util.List;

/**
 * A row of {@code claims.csv}.
 *
 * @param figure the figure's name
 * @param claim what the paper claims
 * @param measured what the runs show
 * @param verdict {@code holds}, {@code holds in 3 of 5} or {@code not measured}
 * @param against the exceptions, separated by {@code "; "}
 */
public record ClaimRow(
    String figure, String claim, String measured, String verdict, String against) {
  private static final List<String> HEADER =
      List.of("figure", "claim", "measured", "verdict", "against");

  /**
   * The rows of a file, which begins with the header.
   *
   * @throws ConfigurationException if the columns are others
   */
  public static List<ClaimRow> parse(List<List<String>> lines, Path file) {
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

  /** A copy with another name of the figure. */
  public ClaimRow of(String otherFigure) {
    return new ClaimRow(otherFigure, claim, measured, verdict, against);
  }
}
