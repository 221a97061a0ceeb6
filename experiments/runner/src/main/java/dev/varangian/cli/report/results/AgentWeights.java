package dev.varangian.cli.report.results;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Whom the filter of a run trusted. A case is an agent in a round for which the filter's weight is
 * known.
 *
 * @param faulty cases of faulty agents
 * @param letThrough those of them with a weight above 0
 * @param honest cases of honest agents
 * @param dropped those of them with the weight 0
 * @param agents all of them, in the mean of some rounds at a time; none where the weights are
 *     unknown or the agents are too many to be told apart
 */
public record AgentWeights(long faulty, long letThrough, long honest, long dropped, List<AgentWeight> agents) {
  private static final int MOST_AGENTS = 40;

  private static final List<String> HEADER = List.of("round", "agent", "faulty", "norm", "weight");

  /**
   * Counts the rows of {@code agents.csv}, which is read line by line: it is by far the longest of
   * a run's files.
   *
   * @param block of how many rounds a mean is taken
   * @throws IOException if it can't be read or isn't such a file
   */
  public static AgentWeights of(Path file, int block) throws IOException {
    long[] cases = new long[2];
    long[] counted = new long[2];
    SortedMap<Integer, AgentWeight> agents = new TreeMap<>();
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
          add(line, faulty, weight, agents);
        }
      }
    } catch (NumberFormatException e) {
      throw new IOException("a weight of it is no number", e);
    }
    List<AgentWeight> shown =
        agents.size() > MOST_AGENTS
            ? List.of()
            : agents.values().stream()
                .map(agent -> new AgentWeight(agent.faulty(), agent.weight().averaged(block)))
                .toList();
    return new AgentWeights(cases[1], counted[1], cases[0], counted[0], shown);
  }

  /** Of more agents than are shown only the first are kept, one more than are. */
  private static void add(
      String line, boolean faulty, double weight, SortedMap<Integer, AgentWeight> agents) {
    int agentAt = line.indexOf(',') + 1;
    int number = Integer.parseInt(line, agentAt, line.indexOf(',', agentAt), 10);
    if (number <= MOST_AGENTS + 1 && Double.isFinite(weight)) {
      Curve curve =
          agents
              .computeIfAbsent(
                  number, key -> new AgentWeight(faulty, new Curve(new ArrayList<>(), new ArrayList<>())))
              .weight();
      curve.rounds().add(Integer.parseInt(line, 0, agentAt - 1, 10));
      curve.values().add(weight);
    }
  }
}
