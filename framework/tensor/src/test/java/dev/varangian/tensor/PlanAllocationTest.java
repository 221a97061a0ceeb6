package dev.varangian.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

final class PlanAllocationTest {
  private static final int AGENTS = 3;
  private static final int MOST_ROUNDS = 20_000;
  private static final long FEW_BYTES = 2048;

  @Test
  void once_compiled_a_round_allocates_next_to_nothing() {
    Networks.Recorded network = Networks.small(4);
    Plan plan = Plan.of(network.loss(), AGENTS, true);
    float[] weights = new float[network.dimension()];
    float[][] rows = new float[AGENTS][network.dimension()];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && least > FEW_BYTES; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      plan.forward(weights, AGENTS);
      plan.backward(rows, 0);
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    assertThat(least).as("bytes allocated in the best round").isLessThanOrEqualTo(FEW_BYTES);
  }
}
