package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;

/** Models for tests that need a whole one. */
final class Networks {
  private Networks() {}

  /** A recorded loss with its inputs. */
  record Recorded(Tensor images, Tensor classes, Tensor loss, int dimension) {}

  /** Like LeNet, on images of 16 x 16 pixels, and with every activation. */
  static Recorded small(int samples) {
    Tape tape = Tape.recording();
    Tensor images = tape.input(Shape.of(samples, 16, 16, 1));
    Tensor classes = tape.input(Shape.of(samples));
    Tensor maps = layer(tape, "first", images, 20, 3).relu().maxPool2d(2);
    Tensor more = layer(tape, "second", maps, 34, 3).tanh().maxPool2d(2).flatten();
    Tensor hidden = dense(tape, "third", more, 50).sigmoid();
    Tensor loss = dense(tape, "fourth", hidden, 10).softmaxCrossEntropy(classes);
    return new Recorded(images, classes, loss, tape.dimension());
  }

  private static Tensor layer(Tape tape, String name, Tensor x, int outputs, int window) {
    Shape shape = Shape.of(outputs, window, window, x.shape().dimension(3));
    return x.conv2d(
        tape.parameter(name + ".weight", shape, 1),
        tape.parameter(name + ".bias", Shape.of(outputs), 1));
  }

  private static Tensor dense(Tape tape, String name, Tensor x, int outputs) {
    return x.dense(
        tape.parameter(name + ".weight", Shape.of(x.shape().dimension(1), outputs), 1),
        tape.parameter(name + ".bias", Shape.of(outputs), 1));
  }
}
