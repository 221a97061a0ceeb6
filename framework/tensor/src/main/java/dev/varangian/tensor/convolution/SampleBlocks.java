package dev.varangian.tensor.convolution;

import static dev.varangian.tensor.kernels.convolution.ConvolutionKernels.SAMPLES;

import dev.varangian.tensor.operation.Operand;
import java.util.Arrays;

/**
 * The samples of several agents in blocks of {@value ConvolutionKernels#SAMPLES}, side by side, one
 * agent's after the other's. One block at a time is the current one. Each agent that has samples in
 * it has a share of it, counted from 0.
 */
final class SampleBlocks {
  /** This many numbers of all samples stay in the first-level cache. */
  private static final int CHUNK = 32;

  private final int samples;
  private int firstAgent;
  private int agents;

  private int used;
  private final int[] agentOf = new int[SAMPLES];
  private final int[] sampleOf = new int[SAMPLES];
  private final int[] starts = new int[SAMPLES];
  private int shares;
  private final int[] shareStarts = new int[SAMPLES + 1];

  /**
   * Blocks of no agents yet.
   *
   * @param samples the number of samples of each agent
   */
  SampleBlocks(int samples) {
    this.samples = samples;
  }

  /** The greatest number of blocks that so many agents need, together or each alone. */
  static int count(int agents, int samples) {
    return Math.multiplyExact(agents, (samples + SAMPLES - 1) / SAMPLES);
  }

  /** Divides the samples of these agents into blocks. */
  void select(int firstAgent, int agents) {
    this.firstAgent = firstAgent;
    this.agents = agents;
  }

  /** The number of blocks that these agents fill. */
  int blocks() {
    return (agents * samples + SAMPLES - 1) / SAMPLES;
  }

  /** Makes a block the current one. */
  void moveTo(int block) {
    used = Math.min(SAMPLES, agents * samples - block * SAMPLES);
    shares = 0;
    for (int i = 0; i < used; i++) {
      int index = block * SAMPLES + i;
      agentOf[i] = firstAgent + index / samples;
      sampleOf[i] = index % samples;
      if (i == 0 || agentOf[i] != agentOf[i - 1]) {
        shareStarts[shares] = i;
        shares++;
      }
    }
    shareStarts[shares] = used;
  }

  /** The number of agents that have samples in the block. */
  int shares() {
    return shares;
  }

  /** Where a share begins in the block; after the last share, where the samples end. */
  int shareStart(int share) {
    return shareStarts[share];
  }

  /** The agent that a share belongs to. */
  int agent(int share) {
    return agentOf[shareStarts[share]];
  }

  /** Whether a share holds the first sample of its agent. */
  boolean holdsFirstSample(int share) {
    return sampleOf[shareStarts[share]] == 0;
  }

  /**
   * Lays {@code count} values from {@code first} on of the samples of the block, of {@code size}
   * values each, side by side; what is left of the block becomes 0.
   */
  void spreadValues(Operand from, int size, int first, int count, float[] to, int toOffset) {
    for (int i = 0; i < used; i++) {
      starts[i] = from.offset(agentOf[i]) + sampleOf[i] * size + first;
    }
    spread(from.values(), count, to, toOffset);
  }

  /** The same for all the gradients of a computed tensor. */
  void spreadGradients(Operand from, int size, float[] to) {
    startOfGradients(from, size);
    spread(from.gradient(firstAgent), size, to, 0);
  }

  private void startOfGradients(Operand operand, int size) {
    for (int i = 0; i < used; i++) {
      starts[i] = operand.gradientOffset(agentOf[i]) + sampleOf[i] * size;
    }
  }

  private void spread(float[] from, int size, float[] to, int toOffset) {
    for (int first = 0; first < size; first += CHUNK) {
      int count = Math.min(CHUNK, size - first);
      int at = toOffset + first * SAMPLES;
      int sample = 0;
      for (; sample + 4 <= used; sample += 4) {
        putFour(
            from,
            starts[sample] + first,
            starts[sample + 1] + first,
            starts[sample + 2] + first,
            starts[sample + 3] + first,
            to,
            at + sample,
            count);
      }
      for (; sample < used; sample++) {
        put(from, starts[sample] + first, to, at + sample, count);
      }
      for (int i = 0; i < count && used < SAMPLES; i++) {
        Arrays.fill(to, at + i * SAMPLES + used, at + (i + 1) * SAMPLES, 0);
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
      int at = toOffset + i * SAMPLES;
      to[at] = from[from0 + i];
      to[at + 1] = from[from1 + i];
      to[at + 2] = from[from2 + i];
      to[at + 3] = from[from3 + i];
    }
  }

  private static void put(float[] from, int fromOffset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i * SAMPLES] = from[fromOffset + i];
    }
  }

  /** The opposite of {@link #spreadValues}, of all values, into the values of a computed tensor. */
  void gatherValues(float[] from, Operand to, int size) {
    for (int i = 0; i < used; i++) {
      starts[i] = to.offset(agentOf[i]) + sampleOf[i] * size;
    }
    for (int first = 0; first < size; first += CHUNK) {
      int count = Math.min(CHUNK, size - first);
      for (int i = 0; i < used; i++) {
        take(from, first * SAMPLES + i, to.values(), starts[i] + first, count);
      }
    }
  }

  /**
   * The opposite of {@link #spreadGradients}, from groups of {@code length} numbers that begin at
   * {@code groups}.
   */
  void gatherGradients(float[] from, int[] groups, int length, Operand to) {
    startOfGradients(to, groups.length * length);
    for (int group = 0; group < groups.length; group++) {
      for (int i = 0; i < used; i++) {
        float[] gradient = to.gradient(agentOf[i]);
        take(from, groups[group] + i, gradient, starts[i] + group * length, length);
      }
    }
  }

  private static void take(float[] from, int fromOffset, float[] to, int toOffset, int count) {
    for (int i = 0; i < count; i++) {
      to[toOffset + i] = from[fromOffset + i * SAMPLES];
    }
  }
}
