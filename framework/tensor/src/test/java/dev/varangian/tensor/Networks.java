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

  /**
   * A residual network for images of 8 x 8 pixels: a strided convolution, a block of two
   * convolutions beside which the images pass, normalised batches, dropout and the means of maps.
   */
  static Recorded residual(int samples) {
    Tape tape = Tape.recording();
    Tensor images = tape.input(Shape.of(samples, 8, 8, 2));
    Tensor classes = tape.input(Shape.of(samples));
    Tensor x = norm(tape, "first", layer(tape, "first", images, 6, 3, 2)).gelu();
    Tensor y = norm(tape, "second", layer(tape, "second", x, 6, 3, 1)).relu().dropout(0.25);
    y = norm(tape, "third", layer(tape, "third", y, 6, 3, 1)).add(x).relu();
    Tensor means = y.globalAveragePool2d().dropout(0.5);
    Tensor loss = dense(tape, "fourth", means, 10).softmaxCrossEntropy(classes);
    return new Recorded(images, classes, loss, tape.dimension());
  }

  private static Tensor norm(Tape tape, String name, Tensor x) {
    Shape channels = Shape.of(x.shape().dimension(3));
    return x.batchNorm(
        tape.parameter(name + ".scale", channels, 1, 0),
        tape.parameter(name + ".shift", channels, 0));
  }

  private static Tensor layer(
      Tape tape, String name, Tensor x, int outputs, int window, int stride) {
    Shape shape = Shape.of(outputs, window, window, x.shape().dimension(3));
    return x.conv2d(
        tape.parameter(name + ".weight", shape, 1),
        tape.parameter(name + ".bias", Shape.of(outputs), 1),
        stride,
        window / 2);
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
