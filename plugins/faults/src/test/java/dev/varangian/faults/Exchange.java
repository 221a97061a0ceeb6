package dev.varangian.faults;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.simulation.Messages;
import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.fault.Fault;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** What the server receives when the first agents have a fault. */
final class Exchange {
  private Exchange() {}

  /**
   * What is received.
   *
   * @param vectors of all agents
   * @param missing how many did not arrive as finite numbers
   */
  record Received(float[][] vectors, int missing) {}

  static Received of(Fault fault, int faulty, float[][] gradients, int round, int threads) {
    int n = gradients.length;
    int d = gradients[0].length;
    List<Integer> agents = IntStream.range(0, faulty).boxed().toList();
    List<ActiveFault> faults = List.of(new ActiveFault(fault, agents, 1, Integer.MAX_VALUE));
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      Messages messages = new Messages(faults, new TreeSet<>(agents), n, d);
      messages.exchange(gradients, round, new double[n], workers);
      return new Received(
          Arrays.stream(messages.received())
              .map(row -> Arrays.copyOf(row, d))
              .toArray(float[][]::new),
          messages.missing());
    }
  }
}
