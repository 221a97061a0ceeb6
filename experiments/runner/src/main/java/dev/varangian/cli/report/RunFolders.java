package dev.varangian.cli.report;

import dev.varangian.core.record.RunFolder;
import dev.varangian.core.record.RunSummary;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which folder of {@code runs} a row of the summary comes from: the one with the same cells, or
 * else with the same results, since a grid may name one run in two ways.
 */
final class RunFolders {
  /** The cells to compare. Swept keys that are called like a result are not in summary.json. */
  private final int[] positions;

  private final Map<List<String>, Path> byCells = new LinkedHashMap<>();
  private final Map<List<String>, Path> byResults = new LinkedHashMap<>();
  private final List<Path> unfinished = new ArrayList<>();

  /**
   * Looks through the folders.
   *
   * @param runs where they lie; need not exist
   * @param header of the summary
   */
  RunFolders(Path runs, List<String> header) {
    positions =
        IntStream.range(0, header.size())
            .filter(i -> header.lastIndexOf(header.get(i)) == i)
            .toArray();
    for (Path run : folders(runs)) {
      if (!new RunFolder(run).finished()) {
        unfinished.add(run);
        continue;
      }
      Map<String, String> summary = new RunFolder(run).summary();
      List<String> row = header.stream().map(column -> summary.getOrDefault(column, "")).toList();
      byCells.putIfAbsent(cells(row), run);
      byResults.putIfAbsent(results(row), run);
    }
  }

  private static List<Path> folders(Path runs) {
    if (!Files.isDirectory(runs)) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(runs)) {
      return folders
          .filter(Files::isDirectory)
          .sorted(Comparator.comparing(Path::toString))
          .toList();
    } catch (IOException e) {
      throw new ConfigurationException("cannot read " + runs);
    }
  }

  private List<String> cells(List<String> row) {
    return IntStream.of(positions).mapToObj(row::get).toList();
  }

  private static List<String> results(List<String> row) {
    return List.copyOf(row.subList(row.size() - RunSummary.COLUMNS.size(), row.size()));
  }

  /** The folder of a row; none if no finished run gave it. */
  Optional<Path> of(List<String> row) {
    Path run = byCells.get(cells(row));
    return Optional.ofNullable(run == null ? byResults.get(results(row)) : run);
  }

  /** Folders of runs that were not recorded to the end, or of which a file is gone. */
  List<Path> unfinished() {
    return unfinished;
  }
}
