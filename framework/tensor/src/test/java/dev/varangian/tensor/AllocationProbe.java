package dev.varangian.tensor;

import com.sun.management.ThreadMXBean;
import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.columns.StackedRows;
import dev.varangian.tensor.operation.Mode;
import java.lang.management.ManagementFactory;

/**
 * Runs a plan, a weighted sum and a mean of its rows again and again, and prints the least that
 * such a round allocated, in bytes.
 */
final class AllocationProbe {
  private static final int AGENTS = 3;
  private static final int MOST_ROUNDS = 20_000;

  private AllocationProbe() {}

  public static void main(String[] arguments) {
    long few = Long.parseLong(arguments[0]);
    Networks.Recorded network = Networks.small(4);
    Plan plan = Plan.of(network.loss(), AGENTS, true);
    float[] weights = new float[network.dimension()];
    int d = network.dimension();
    float[][] rows = new float[AGENTS][d];
    Networks.Recorded residual = Networks.residual(4);
    Plan second = Plan.of(residual.loss(), AGENTS, true);
    Mode training = new Mode.Training((layer, agent, index) -> 31L * layer + agent + index << 60);
    double[] factors = {0.5, 0.25, 0.25};
    StackedRows stack = new StackedRows(new float[AGENTS * d], 0, d, AGENTS);
    float[] out = new float[d];
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long thread = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < MOST_ROUNDS && least > few; round++) {
      long before = threads.getThreadAllocatedBytes(thread);
      plan.forward(weights, AGENTS);
      plan.backward(rows, 0);
      second.forward(weights, AGENTS, training);
      second.backward(rows, 0);
      Kernels.active().reductions().weightedSum(factors, rows, out, 0, d);
      Kernels.active().columns().mean(stack, d, out, 0);
      least = Math.min(least, threads.getThreadAllocatedBytes(thread) - before);
    }
    System.out.println(least);
  }
}
