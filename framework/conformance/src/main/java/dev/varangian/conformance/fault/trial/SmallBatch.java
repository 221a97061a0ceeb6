package dev.varangian.conformance.fault.trial;

import dev.varangian.conformance.check.Lease;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.data.Batch;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;

/** Images of 4 x 4 points with classes from 0 to 9. */
public final class SmallBatch implements Batch {
  private static final Shape IMAGE = Shape.of(4, 4, 1);
  public static final int CLASSES = 10;

  private final Lease lease;
  private final float[] targets;
  private final float[][] inputs;

  /**
   * Six images.
   *
   * @param variant selects the values
   * @param lease the lease under which it may be used
   */
  public SmallBatch(int variant, Lease lease) {
    this(new float[] {0, 9, 4, 4, 7, 1}, variant, lease);
  }

  /** An image for each of these classes. */
  public SmallBatch(float[] targets, int variant, Lease lease) {
    this.targets = targets;
    this.lease = lease;
    this.inputs = Vectors.usual(targets.length, IMAGE.size(), variant);
  }

  public float[] targets() {
    return targets;
  }

  public float[][] inputs() {
    return inputs;
  }

  public boolean sameAs(SmallBatch other) {
    return Arrays.equals(targets, other.targets) && Arrays.deepEquals(inputs, other.inputs);
  }

  @Override
  public int size() {
    return targets.length;
  }

  @Override
  public int classes() {
    return CLASSES;
  }

  @Override
  public Shape inputShape() {
    return IMAGE;
  }

  @Override
  public float target(int sample) {
    lease.require();
    float target = targets[sample];
    lease.pause();
    return target;
  }

  @Override
  public void setTarget(int sample, float target) {
    lease.require();
    targets[sample] = target;
  }

  @Override
  public float[] input(int sample) {
    lease.require();
    float[] input = inputs[sample].clone();
    lease.pause();
    return input;
  }

  @Override
  public void setInput(int sample, float[] input) {
    lease.require();
    if (input.length != IMAGE.size()) {
      throw new IllegalArgumentException(
          "an input of " + input.length + " numbers where samples have " + IMAGE.size());
    }
    System.arraycopy(input, 0, inputs[sample], 0, input.length);
  }

  /** Returns a batch that a data fault has corrupted. */
  public static SmallBatch corrupted(DataFault fault, int round, int agent) {
    SmallBatch batch = new SmallBatch(100 * round + agent, new Lease());
    fault.corrupt(batch, new AgentRound(round, agent));
    return batch;
  }
}
