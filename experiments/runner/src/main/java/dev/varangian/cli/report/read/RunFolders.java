package dev.varangian.cli.report.read;

import dev.varangian.core.record.RunFolder;
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
 * Finds the folder in {@code runs} that a row of the summary comes from: the one with the same
 * cells, or else with the same results, since a grid may name one run in two ways.
 */
final class RunFolders {
  /** The cells to compare: a swept key named like a result is not in {@code summary.json}. */
  private final int[] positions;

  private final int sweptCount;
  private final Map<List<String>, Path> byCells = new LinkedHashMap<>();
  private final Map<List<String>, Path> byResults = new LinkedHashMap<>();
  private final List<Path> unfinished = new ArrayList<>();

  /**
   * Reads the summaries of all folders.
   *
   * @param runs the folder of the runs' folders; need not exist
   */
  RunFolders(Path runs, SummaryTable table) {
    List<String> header = table.header();
    sweptCount = table.sweptCount();
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

  private List<String> results(List<String> row) {
    return List.copyOf(row.subList(sweptCount, row.size()));
  }

  /** The folder of a row; empty if no finished run has it. */
  Optional<Path> of(List<String> row) {
    Path run = byCells.get(cells(row));
    return Optional.ofNullable(run == null ? byResults.get(results(row)) : run);
  }

  /** Folders of runs that did not finish, or that lack a file. */
  List<Path> unfinished() {
    return unfinished;
  }
}
