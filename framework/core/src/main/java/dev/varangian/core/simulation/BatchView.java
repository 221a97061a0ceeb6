package dev.varangian.core.simulation;

import dev.varangian.spi.data.Batch;
import dev.varangian.spi.data.Dataset;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.Objects;

/** One agent's samples within the arrays of a plan. */
final class BatchView implements Batch {
  private final Dataset dataset;
  private final int size;
  private final float[] inputs;
  private final float[] targets;
  private final int slot;
  private boolean ended;

  /**
   * @param slot the agent's position in the plan
   */
  BatchView(Dataset dataset, int size, float[] inputs, float[] targets, int slot) {
    this.dataset = dataset;
    this.size = size;
    this.inputs = inputs;
    this.targets = targets;
    this.slot = slot;
  }

  /** Invalidates this view: the arrays will hold another batch, which the fault must not touch. */
  void end() {
    ended = true;
  }

  private void requireOpen() {
    if (ended) {
      throw new IllegalStateException("a batch is valid during one call, and was kept beyond it");
    }
  }

  private int inputOffset(int sample) {
    requireOpen();
    return (slot * size + Objects.checkIndex(sample, size)) * dataset.inputShape().size();
  }

  private int targetOffset(int sample) {
    requireOpen();
    return (slot * size + Objects.checkIndex(sample, size)) * dataset.targetShape().size();
  }

  @Override
  public int size() {
    return size;
  }

  @Override
  public int classes() {
    return dataset.classes();
  }

  @Override
  public Shape inputShape() {
    return dataset.inputShape();
  }

  @Override
  public float target(int sample) {
    return targets[targetOffset(sample)];
  }

  @Override
  public void setTarget(int sample, float target) {
    int classes = dataset.classes();
    if (classes > 0 && !SampleReader.isClass(target, classes)) {
      throw new IllegalArgumentException(
          "the class " + target + ", expected a whole number from 0 to " + (classes - 1));
    }
    targets[targetOffset(sample)] = target;
  }

  @Override
  public float[] input(int sample) {
    int from = inputOffset(sample);
    return Arrays.copyOfRange(inputs, from, from + dataset.inputShape().size());
  }

  @Override
  public void setInput(int sample, float[] input) {
    int length = dataset.inputShape().size();
    if (input.length != length) {
      throw new IllegalArgumentException(
          "an input of " + input.length + " numbers where samples have " + length);
    }
    System.arraycopy(input, 0, inputs, inputOffset(sample), length);
  }
}
