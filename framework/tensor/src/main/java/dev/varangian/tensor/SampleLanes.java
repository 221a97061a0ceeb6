package dev.varangian.tensor;

import dev.varangian.tensor.kernels.Kernels;
import java.util.Arrays;

/**
 * The samples of several agents in blocks of {@link Kernels#SAMPLES}, side by side in the lanes of
 * each block, one agent's behind the other's.
 */
final class SampleLanes {
  private static final int LANES = Kernels.SAMPLES;

  /** So many numbers of all lanes stay in the first-level cache. */
  private static final int CHUNK = 32;

  private final int samples;
  private final int[] starts = new int[LANES];
  private int firstAgent;
  private int agents;

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

  /** How many lanes of a block hold a sample. */
  private int used(int block) {
    return Math.min(LANES, agents * samples - block * LANES);
  }

  /** The agent of the sample in a lane. */
  int agent(int block, int lane) {
    return firstAgent + (block * LANES + lane) / samples;
  }

  /** The lane behind the last one of the agent that has {@code lane}. */
  int end(int block, int lane) {
    int left = samples - (block * LANES + lane) % samples;
    return Math.min(used(block), lane + left);
  }

  /** Whether a lane holds its agent's first sample. */
  boolean isFirst(int block, int lane) {
    return (block * LANES + lane) % samples == 0;
  }

  /** Whether a lane holds a sample. */
  boolean isUsed(int block, int lane) {
    return lane < used(block);
  }

  /**
   * Lays a block's samples of {@code groups} times {@code length} numbers side by side; lanes
   * without a sample become 0.
   *
   * @param padded the length of a group there; what is added to it is not written
   */
  void spread(
      int block,
      Operand from,
      boolean gradients,
      int groups,
      int length,
      int padded,
      float[] to,
      int toOffset) {
    int used = start(block, from, gradients, groups * length);
    float[] values = gradients ? from.gradient(agent(block, 0)) : from.values();
    for (int group = 0; group < groups; group++) {
      int at = toOffset + group * padded * LANES;
      for (int i = group * length; i < (group + 1) * length; i++) {
        for (int lane = 0; lane < used; lane++) {
          to[at + lane] = values[starts[lane] + i];
        }
        if (used < LANES) {
          Arrays.fill(to, at + used, at + LANES, 0);
        }
        at += LANES;
      }
    }
  }

  /** The way back, into the operand's values or gradients. */
  void gather(
      int block,
      float[] from,
      int fromOffset,
      int groups,
      int length,
      int padded,
      Operand to,
      boolean gradients) {
    int used = start(block, to, gradients, groups * length);
    for (int group = 0; group < groups; group++) {
      for (int first = 0; first < length; first += CHUNK) {
        int count = Math.min(CHUNK, length - first);
        int at = fromOffset + (group * padded + first) * LANES;
        for (int lane = 0; lane < used; lane++) {
          float[] values = gradients ? to.gradient(agent(block, lane)) : to.values();
          pick(from, at + lane, values, starts[lane] + group * length + first, count);
        }
      }
    }
  }

  private static void pick(float[] from, int fromOffset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = from[fromOffset + i * LANES];
    }
  }

  private int start(int block, Operand operand, boolean gradients, int size) {
    int used = used(block);
    for (int lane = 0; lane < used; lane++) {
      int index = block * LANES + lane;
      int agent = firstAgent + index / samples;
      int offset = gradients ? operand.gradientOffset(agent) : operand.offset(agent);
      starts[lane] = offset + index % samples * size;
    }
    return used;
  }
}
