package dev.varangian.tensor.convolution;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.operation.Operand;
import java.util.Arrays;

/**
 * The samples of several agents in blocks of {@link Kernels#SAMPLES}, side by side in the lanes of
 * each block, one agent's behind the other's. One block at a time is looked at.
 */
final class SampleLanes {
  private static final int LANES = Kernels.SAMPLES;

  /** So many numbers of all lanes stay in the first-level cache. */
  private static final int CHUNK = 32;

  private final int samples;
  private int firstAgent;
  private int agents;

  private int used;
  private final int[] agentOf = new int[LANES];
  private final int[] sampleOf = new int[LANES];
  private final int[] starts = new int[LANES];
  private int shares;
  private final int[] firstLanes = new int[LANES + 1];

  /**
   * Of no agents yet.
   *
   * @param samples each agent's
   */
  SampleLanes(int samples) {
    this.samples = samples;
  }

  /** The most blocks that so many agents need, together or each alone. */
  static int blocks(int agents, int samples) {
    return Math.multiplyExact(agents, (samples + LANES - 1) / LANES);
  }

  /** Treats these agents from now on. */
  void of(int firstAgent, int agents) {
    this.firstAgent = firstAgent;
    this.agents = agents;
  }

  /** How many blocks these agents fill. */
  int blocks() {
    return (agents * samples + LANES - 1) / LANES;
  }

  /** Looks at a block. */
  void look(int block) {
    used = Math.min(LANES, agents * samples - block * LANES);
    shares = 0;
    for (int lane = 0; lane < used; lane++) {
      int index = block * LANES + lane;
      agentOf[lane] = firstAgent + index / samples;
      sampleOf[lane] = index % samples;
      if (lane == 0 || agentOf[lane] != agentOf[lane - 1]) {
        firstLanes[shares] = lane;
        shares++;
      }
    }
    firstLanes[shares] = used;
  }

  /** How many agents have lanes of the block. */
  int shares() {
    return shares;
  }

  /** The first lane of a share; behind the last share, the first lane without a sample. */
  int firstLane(int share) {
    return firstLanes[share];
  }

  /** The agent whose share it is. */
  int agent(int share) {
    return agentOf[firstLanes[share]];
  }

  /** Whether a share holds its agent's first sample. */
  boolean isFirst(int share) {
    return sampleOf[firstLanes[share]] == 0;
  }

  /**
   * Lays {@code count} values from {@code first} on of the block's samples of {@code size} values
   * side by side; lanes without a sample become 0.
   */
  void spreadValues(Operand from, int size, int first, int count, float[] to, int toOffset) {
    for (int lane = 0; lane < used; lane++) {
      starts[lane] = from.offset(agentOf[lane]) + sampleOf[lane] * size + first;
    }
    spread(from.values(), count, to, toOffset);
  }

  /** As {@link #spreadValues}, for all the gradients of a computed tensor. */
  void spreadGradients(Operand from, int size, float[] to) {
    startOfGradients(from, size);
    spread(from.gradient(firstAgent), size, to, 0);
  }

  private void startOfGradients(Operand operand, int size) {
    for (int lane = 0; lane < used; lane++) {
      starts[lane] = operand.gradientOffset(agentOf[lane]) + sampleOf[lane] * size;
    }
  }

  private void spread(float[] from, int size, float[] to, int toOffset) {
    for (int first = 0; first < size; first += CHUNK) {
      int count = Math.min(CHUNK, size - first);
      int at = toOffset + first * LANES;
      int lane = 0;
      for (; lane + 4 <= used; lane += 4) {
        putFour(
            from,
            starts[lane] + first,
            starts[lane + 1] + first,
            starts[lane + 2] + first,
            starts[lane + 3] + first,
            to,
            at + lane,
            count);
      }
      for (; lane < used; lane++) {
        put(from, starts[lane] + first, to, at + lane, count);
      }
      for (int i = 0; i < count && used < LANES; i++) {
        Arrays.fill(to, at + i * LANES + used, at + (i + 1) * LANES, 0);
      }
    }
  }

  private static void putFour(
      float[] from,
      int from0,
      int from1,
      int from2,
      int from3,
      float[] to,
      int toOffset,
      int count) {
    for (int i = 0; i < count; i++) {
      int at = toOffset + i * LANES;
      to[at] = from[from0 + i];
      to[at + 1] = from[from1 + i];
      to[at + 2] = from[from2 + i];
      to[at + 3] = from[from3 + i];
    }
  }

  private static void put(float[] from, int fromOffset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i * LANES] = from[fromOffset + i];
    }
  }

  /** The way back, into the values of a computed tensor. */
  void gatherValues(float[] from, Operand to, int size) {
    for (int lane = 0; lane < used; lane++) {
      starts[lane] = to.offset(agentOf[lane]) + sampleOf[lane] * size;
    }
    for (int first = 0; first < size; first += CHUNK) {
      int count = Math.min(CHUNK, size - first);
      for (int lane = 0; lane < used; lane++) {
        take(from, first * LANES + lane, to.values(), starts[lane] + first, count);
      }
    }
  }

  /**
   * The way back, into gradients, from groups of {@code length} numbers that begin at {@code
   * groups}.
   */
  void gatherGradients(float[] from, int[] groups, int length, Operand to) {
    startOfGradients(to, groups.length * length);
    for (int group = 0; group < groups.length; group++) {
      for (int lane = 0; lane < used; lane++) {
        take(
            from,
            groups[group] + lane,
            to.gradient(agentOf[lane]),
            starts[lane] + group * length,
            length);
      }
    }
  }

  private static void take(float[] from, int fromOffset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = from[fromOffset + i * LANES];
    }
  }
}
