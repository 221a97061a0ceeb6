package dev.varangian.conformance.partition;

import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.data.Partition;
import java.util.List;
import java.util.stream.IntStream;

/** Splits samples by a partition and returns the indices of each part. */
final class Parts {
  private Parts() {}

  /**
   * @throws Violation if the number of parts is not the number of agents, or a part is empty or has
   *     an invalid index
   */
  static List<int[]> of(Subject<Partition> subject, int samples, int agents) {
    Partition partition = subject.make(new Geometry(agents, 0, 2)).component();
    List<Partition.Part> parts = partition.split(new LabelledSamples(samples), agents);
    String where = samples + " samples, " + agents + " agents";
    if (parts.size() != agents) {
      throw new Violation(where + ": it makes " + parts.size() + " parts", "one for each agent");
    }
    return IntStream.range(0, agents)
        .mapToObj(agent -> indices(parts.get(agent), samples, where + ", agent " + (agent + 1)))
        .toList();
  }

  private static int[] indices(Partition.Part part, int samples, String where) {
    if (part.size() < 1) {
      throw new Violation(
          where + " gets " + part.size() + " samples",
          "at least 1, or a ConfigurationException with a message");
    }
    int[] indices = IntStream.range(0, part.size()).map(part::index).toArray();
    for (int position = 0; position < indices.length; position++) {
      if (indices[position] < 0 || indices[position] >= samples) {
        throw new Violation(
            where + ": sample " + position + " of its part has the index " + indices[position],
            "one from 0 to " + (samples - 1));
      }
    }
    return indices;
  }
}
