package dev.varangian.bench.work;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * A product of two square matrices of floats by the road that the engine takes: a dense layer's
 * forward, with the rows of the left matrix shared out among the threads.
 */
public final class SquareProduct implements Work {
  private final int size;
  private final ThreadTeam workers;
  private final Plan[] plans;
  private final Tensor[] inputs;
  private final Tensor[] results;
  private final float[] weights;

  /**
   * Matrices of size x size, uniform in [-1, 1].
   *
   * @param size at least the number of threads
   */
  public SquareProduct(int size, ThreadTeam workers) {
    this.size = size;
    this.workers = workers;
    this.plans = new Plan[workers.threads()];
    this.inputs = new Tensor[plans.length];
    this.results = new Tensor[plans.length];
    this.weights = new float[size * size + size];
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < size * size; i++) {
      weights[i] = (float) random.nextDouble(-1, 1);
    }
    for (int part = 0; part < plans.length; part++) {
      Tape tape = Tape.recording();
      Tensor x = tape.input(Shape.of(firstRow(part + 1) - firstRow(part), size));
      inputs[part] = x;
      Tensor weight = tape.parameter("weight", Shape.of(size, size), 1);
      results[part] = x.dense(weight, tape.parameter("bias", Shape.of(size), 0));
      plans[part] = Plan.of(results[part].apply(new FirstValue()), 1, false);
      float[] rows = plans[part].values(x);
      for (int i = 0; i < rows.length; i++) {
        rows[i] = (float) random.nextDouble(-1, 1);
      }
    }
  }

  private int firstRow(int part) {
    return (int) ((long) size * part / plans.length);
  }

  @Override
  public void once() {
    workers.run(plans.length, (part, worker) -> plans[part].forward(weights, 1));
  }

  /** The rate that a time stands for, in 1e9 operations a second. */
  public double gflops(double milliseconds) {
    return 2.0 * size * size * size / milliseconds / 1e6;
  }

  /** Row {@code row} of the left matrix. */
  public float[] leftRow(int row) {
    return row(inputs, row);
  }

  /** Row {@code row} of the right matrix. */
  public float[] rightRow(int row) {
    return Arrays.copyOfRange(weights, row * size, (row + 1) * size);
  }

  /** Row {@code row} of the product of the last {@link #once()}. */
  public float[] resultRow(int row) {
    return row(results, row);
  }

  private float[] row(Tensor[] parts, int row) {
    int part = 0;
    while (firstRow(part + 1) <= row) {
      part++;
    }
    int from = (row - firstRow(part)) * size;
    return Arrays.copyOfRange(plans[part].values(parts[part]), from, from + size);
  }
}
