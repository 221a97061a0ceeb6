package dev.varangian.benchmarks.peers;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Floats to and from libtorch. */
final class Tensors {
  private Tensors() {}

  /** An n x d tensor of the first d numbers of each row. */
  static Tensor ofRows(float[][] rows, int d) {
    Tensor tensor = torch.empty(rows.length, d);
    FloatBuffer buffer = tensor.createBuffer();
    for (float[] row : rows) {
      buffer.put(row, 0, d);
    }
    return tensor;
  }

  /** All numbers of a tensor of floats, in the order of its dimensions. */
  static float[] values(Tensor tensor) {
    Tensor dense = tensor.contiguous();
    float[] values = new float[Math.toIntExact(dense.numel())];
    FloatBuffer buffer = dense.createBuffer();
    buffer.get(values);
    return values;
  }

  /**
   * Checks that two vectors differ by little, relative to the norm of the second.
   *
   * @throws IllegalStateException if they do not
   */
  static void requireClose(String what, float[] theirs, float[] ours, int d, double tolerance) {
    double difference = 0;
    double norm = 0;
    for (int i = 0; i < d; i++) {
      double error = (double) theirs[i] - ours[i];
      difference += error * error;
      norm += (double) ours[i] * ours[i];
    }
    double relative = Math.sqrt(difference / norm);
    if (!(relative <= tolerance)) {
      throw new IllegalStateException(
          what + ": libtorch's result differs from ours by " + relative + " of its norm");
    }
  }
}
