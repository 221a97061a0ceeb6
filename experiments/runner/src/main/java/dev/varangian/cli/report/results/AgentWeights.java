package dev.varangian.cli.report.results;

import com.fasterxml.jackson.databind.MappingIterator;
import dev.varangian.core.file.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Which agents the filter of a run used. A case is an agent in a round for which the filter's
 * weight is known.
 *
 * @param faulty cases of faulty agents
 * @param accepted those of them with a weight above 0
 * @param honest cases of honest agents
 * @param rejected those of them with weight 0
 * @param agents all of them, averaged over blocks of rounds; none if the weights are unknown or
 *     there are too many agents for one plot
 */
public record AgentWeights(
    long faulty, long accepted, long honest, long rejected, List<AgentWeight> agents) {
  private static final int MOST_AGENTS = 40;

  private static final List<String> HEADER = List.of("round", "agent", "faulty", "norm", "weight");

  /**
   * Counts the rows of {@code agents.csv}, one at a time: it is by far the longest of a run's
   * files.
   *
   * @param block how many rounds are averaged
   * @throws IOException if the file can't be read or has other columns
   */
  public static AgentWeights of(Path file, int block) throws IOException {
    long[] cases = new long[2];
    long[] counted = new long[2];
    SortedMap<Integer, AgentWeight> agents = new TreeMap<>();
    try (MappingIterator<String[]> rows = Csv.rows(Files.newBufferedReader(file))) {
      if (!rows.hasNextValue() || !List.of(rows.nextValue()).equals(HEADER)) {
        throw new IOException("expected the columns " + String.join(",", HEADER));
      }
      while (rows.hasNextValue()) {
        String[] row = rows.nextValue();
        if (row.length != HEADER.size()) {
          throw new IOException("expected " + HEADER.size() + " cells in each row");
        }
        if (!row[4].isEmpty()) {
          boolean faulty = row[2].equals("true");
          int kind = faulty ? 1 : 0;
          double weight = Double.parseDouble(row[4]);
          cases[kind]++;
          counted[kind] += (faulty ? weight > 0 : weight == 0) ? 1 : 0;
          add(Integer.parseInt(row[0]), Integer.parseInt(row[1]), faulty, weight, agents);
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("expected numbers", e);
    }
    List<AgentWeight> shown =
        agents.size() > MOST_AGENTS
            ? List.of()
            : agents.values().stream()
                .map(agent -> new AgentWeight(agent.faulty(), agent.weight().averaged(block)))
                .toList();
    return new AgentWeights(cases[1], counted[1], cases[0], counted[0], shown);
  }

  /** Keeps the curves of the first agents only, of one more than are shown. */
  private static void add(
      int round, int agent, boolean faulty, double weight, SortedMap<Integer, AgentWeight> agents) {
    if (agent <= MOST_AGENTS + 1 && Double.isFinite(weight)) {
      Curve curve =
          agents
              .computeIfAbsent(
                  agent,
                  key -> new AgentWeight(faulty, new Curve(new ArrayList<>(), new ArrayList<>())))
              .weight();
      curve.rounds().add(round);
      curve.values().add(weight);
    }
  }
}
