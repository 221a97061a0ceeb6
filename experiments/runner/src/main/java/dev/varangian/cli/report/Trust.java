package dev.varangian.cli.report;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whom the filter of a run trusted. A case is an agent in a round for which the filter's weight is
 * known.
 *
 * @param faulty cases of faulty agents
 * @param letThrough those of them with a weight above 0
 * @param honest cases of honest agents
 * @param dropped those of them with the weight 0
 */
record Trust(long faulty, long letThrough, long honest, long dropped) {
  private static final List<String> HEADER = List.of("round", "agent", "faulty", "norm", "weight");

  /**
   * Counts the rows of {@code agents.csv}, which is read line by line: it is by far the longest of
   * a run's files.
   *
   * @throws IOException if it can't be read or isn't such a file
   */
  static Trust of(Path file) throws IOException {
    long[] cases = new long[2];
    long[] counted = new long[2];
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      if (!String.join(",", HEADER).equals(lines.readLine())) {
        throw new IOException("its header is not " + String.join(",", HEADER));
      }
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        int weightAt = line.lastIndexOf(',') + 1;
        int faultyAt = line.indexOf(',', line.indexOf(',') + 1) + 1;
        if (weightAt == 0 || faultyAt == 0 || faultyAt >= weightAt) {
          throw new IOException("a line of it is cut");
        }
        if (weightAt < line.length()) {
          boolean faulty = line.startsWith("true", faultyAt);
          int kind = faulty ? 1 : 0;
          double weight = Double.parseDouble(line.substring(weightAt));
          cases[kind]++;
          counted[kind] += (faulty ? weight > 0 : weight == 0) ? 1 : 0;
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("a weight of it is no number", e);
    }
    return new Trust(cases[1], counted[1], cases[0], counted[0]);
  }
}
