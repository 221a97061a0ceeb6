package dev.varangian.faults;

import dev.varangian.spi.data.Batch;
import dev.varangian.tensor.operation.Shape;

/** A batch whose inputs are its samples' numbers. */
final class ArrayBatch implements Batch {
  private final int classes;
  private final float[] targets;

  ArrayBatch(int classes, float... targets) {
    this.classes = classes;
    this.targets = targets.clone();
  }

  float[] targets() {
    return targets.clone();
  }

  @Override
  public int size() {
    return targets.length;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public Shape inputShape() {
    return Shape.of(1);
  }

  @Override
  public float target(int sample) {
    return targets[sample];
  }

  @Override
  public void setTarget(int sample, float target) {
    targets[sample] = target;
  }

  @Override
  public float[] input(int sample) {
    return new float[] {sample};
  }

  @Override
  public void setInput(int sample, float[] input) {
    throw new AssertionError("these faults leave inputs alone");
  }
}
