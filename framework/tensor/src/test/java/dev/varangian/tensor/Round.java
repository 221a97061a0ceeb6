package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;

/**
 * The gradients of several agents for one example, some of its leaves being parameters: planned for
 * any number of agents at a time, or eager.
 */
final class Round {
  /** Stands wherever a plan must not write. */
  static final float CANARY = -12345.625f;

  private static final int PADDING = 5;

  private final Example example;
  private final boolean[] parameter;
  private final float[] weights;
  private final float[][][] inputs;
  private final float[][] projections;

  /** What came out: each agent's value and its row. */
  record Outcome(float[] losses, float[][] rows) {}

  /** One recording of the example. */
  private record Recording(Tape tape, List<Tensor> leaves, Tensor projection, Tensor loss) {}

  Round(Example example, boolean[] parameter, int agents, Random random) {
    this.example = example;
    this.parameter = parameter.clone();
    Recording recording = record();
    this.weights = new float[recording.tape().dimension()];
    for (Parameter each : recording.tape().parameters()) {
      Leaf leaf = example.leaves().get(Integer.parseInt(each.name()));
      float[] values = leaf.values(random);
      System.arraycopy(values, 0, weights, each.offset(), values.length);
    }
    this.inputs = new float[agents][example.leaves().size()][];
    this.projections = new float[agents][recording.projection().shape().size()];
    for (int agent = 0; agent < agents; agent++) {
      for (int leaf = 0; leaf < example.leaves().size(); leaf++) {
        inputs[agent][leaf] = example.leaves().get(leaf).values(random);
      }
      for (int i = 0; i < projections[agent].length; i++) {
        projections[agent][i] = (float) random.nextGaussian();
      }
    }
  }

  private Recording record() {
    Tape tape = Tape.recording();
    List<Tensor> leaves = new ArrayList<>();
    for (int leaf = 0; leaf < example.leaves().size(); leaf++) {
      Shape shape = example.leaves().get(leaf).shape();
      leaves.add(parameter[leaf] ? tape.parameter(name(leaf), shape, 0) : tape.input(shape));
    }
    Tensor result = example.engine().apply(leaves);
    Tensor projection = tape.input(result.shape());
    return new Recording(tape, leaves, projection, result.multiply(projection).sum());
  }

  private static String name(int leaf) {
    return Integer.toString(leaf);
  }

  /** The weights that {@link #planned(int, int, int)} runs with. */
  float[] weights() {
    return weights;
  }

  /** The number of parameters, d. */
  int dimension() {
    return weights.length;
  }

  /**
   * Runs all agents, at most {@code capacity} at a time, {@code repetitions} times.
   *
   * @param firstRow the row of the first agent; rows around the agents' hold canaries
   */
  Outcome planned(int capacity, int firstRow, int repetitions) {
    return planned(first -> Weights.shared(weights), capacity, firstRow, repetitions);
  }

  /**
   * Runs all agents with weights of their own, at most {@code capacity} at a time.
   *
   * @param each the weights of each agent
   */
  Outcome planned(float[][] each, int capacity) {
    int stride = dimension() + PADDING;
    return planned(
        first -> {
          float[] together = new float[capacity * stride];
          for (int i = 0; i < Math.min(capacity, each.length - first); i++) {
            System.arraycopy(each[first + i], 0, together, i * stride, dimension());
          }
          return Weights.ofEach(together, stride);
        },
        capacity,
        0,
        1);
  }

  private Outcome planned(
      IntFunction<Weights> weightsFrom, int capacity, int firstRow, int repetitions) {
    Recording recording = record();
    Plan plan = Plan.of(recording.loss(), capacity, true);
    int agents = inputs.length;
    float[][] rows = new float[firstRow + agents + 1][dimension() + PADDING];
    float[] losses = new float[agents];
    for (int repetition = 0; repetition < repetitions; repetition++) {
      for (float[] row : rows) {
        Arrays.fill(row, CANARY);
      }
      for (int first = 0; first < agents; first += capacity) {
        int count = Math.min(capacity, agents - first);
        fill(plan, recording, first, count);
        plan.forward(weightsFrom.apply(first), count, example.mode());
        System.arraycopy(plan.values(recording.loss()), 0, losses, first, count);
        plan.backward(rows, firstRow + first);
      }
    }
    return new Outcome(losses, rows);
  }

  private void fill(Plan plan, Recording recording, int first, int count) {
    for (int i = 0; i < count; i++) {
      for (int leaf = 0; leaf < parameter.length; leaf++) {
        if (!parameter[leaf]) {
          put(plan, recording.leaves().get(leaf), i, inputs[first + i][leaf]);
        }
      }
      put(plan, recording.projection(), i, projections[first + i]);
    }
  }

  private static void put(Plan plan, Tensor tensor, int agent, float[] values) {
    System.arraycopy(values, 0, plan.values(tensor), agent * values.length, values.length);
  }

  /** The gradient of one agent by an eager tape. */
  float[] eager(int agent) {
    Tape tape = Tape.eager(example.mode(), weights);
    List<Tensor> leaves = new ArrayList<>();
    for (int leaf = 0; leaf < parameter.length; leaf++) {
      Shape shape = example.leaves().get(leaf).shape();
      leaves.add(
          parameter[leaf]
              ? tape.parameter(name(leaf), shape, 0)
              : tape.input(shape, inputs[agent][leaf]));
    }
    Tensor result = example.engine().apply(leaves);
    Tensor projection = tape.input(result.shape(), projections[agent]);
    List<float[]> gradients = tape.gradients(result.multiply(projection).sum());
    float[] row = new float[dimension()];
    for (Parameter each : tape.parameters()) {
      float[] gradient = gradients.get(Integer.parseInt(each.name()));
      System.arraycopy(gradient, 0, row, each.offset(), gradient.length);
    }
    return row;
  }
}
