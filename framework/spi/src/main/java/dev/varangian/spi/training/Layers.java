package dev.varangian.spi.training;

import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;

/**
 * Layers with parameters and the usual initialisation. Weights are uniform in [-b, b] with b =
 * 1/sqrt(fan_in), biases too (the bound of Kaiming-uniform with a = sqrt(5), He et al. 2015), or b
 * = sqrt(6/fan_in) and zero biases with {@link Gain#RELU}.
 */
public final class Layers {
  /** The range of the initial weights. */
  public enum Gain {
    /** ±1/sqrt(fan_in), for biases too. */
    DEFAULT,
    /** ±sqrt(6/fan_in), biases zero. */
    RELU
  }

  private final Tape tape;
  private final Gain gain;

  private Layers(Tape tape, Gain gain) {
    this.tape = tape;
    this.gain = gain;
  }

  /** Layers on {@code tape} with the default gain. */
  public static Layers on(Tape tape) {
    return new Layers(tape, Gain.DEFAULT);
  }

  /** These layers with another gain. */
  public Layers with(Gain gain) {
    return new Layers(tape, gain);
  }

  /** x W + b with parameters {@code name.weight} and {@code name.bias}. */
  public Tensor dense(String name, Tensor x, int outputs) {
    int inputs = x.shape().dimension(1);
    return x.dense(weight(name, Shape.of(inputs, outputs), inputs), bias(name, outputs, inputs));
  }

  /** A convolution with {@code window} x {@code window} windows, stride 1, no padding. */
  public Tensor conv2d(String name, Tensor images, int outputs, int window) {
    return conv2d(name, images, outputs, window, 1, 0);
  }

  /**
   * A convolution with {@code window} x {@code window} windows.
   *
   * @param stride the number of pixels by which the window moves, at least 1
   * @param padding how many zeros surround the images on each side, at least 0
   */
  public Tensor conv2d(
      String name, Tensor images, int outputs, int window, int stride, int padding) {
    int channels = images.shape().dimension(3);
    int fanIn = window * window * channels;
    return images.conv2d(
        weight(name, Shape.of(outputs, window, window, channels), fanIn),
        bias(name, outputs, fanIn),
        stride,
        padding);
  }

  /**
   * {@link Tensor#batchNorm} with parameters {@code name.scale}, initially 1, and {@code
   * name.shift}, initially 0.
   */
  public Tensor batchNorm(String name, Tensor x) {
    Shape channels = Shape.of(x.shape().dimension(x.shape().rank() - 1));
    return x.batchNorm(scale(name, channels), shift(name, channels));
  }

  /**
   * {@link Tensor#layerNorm} along the last dimension, with parameters {@code name.scale},
   * initially 1, and {@code name.shift}, initially 0.
   */
  public Tensor layerNorm(String name, Tensor x) {
    Shape entry = Shape.of(x.shape().dimension(x.shape().rank() - 1));
    return x.layerNorm(scale(name, entry), shift(name, entry));
  }

  /**
   * {@link Tensor#dropout}: in training, replaces a share of the values with zeros.
   *
   * @param rate the share, at least 0 and below 1
   */
  public Tensor dropout(Tensor x, double rate) {
    return x.dropout(rate);
  }

  /** A parameter with initial values uniform in [-bound, bound]. */
  public Tensor parameter(String name, Shape shape, double bound) {
    return tape.parameter(name, shape, bound);
  }

  /** A parameter with initial values uniform in [centre - bound, centre + bound]. */
  public Tensor parameter(String name, Shape shape, double centre, double bound) {
    return tape.parameter(name, shape, centre, bound);
  }

  private Tensor scale(String name, Shape shape) {
    return tape.parameter(name + ".scale", shape, 1, 0);
  }

  private Tensor shift(String name, Shape shape) {
    return tape.parameter(name + ".shift", shape, 0);
  }

  private Tensor weight(String name, Shape shape, int fanIn) {
    double bound = gain == Gain.RELU ? Math.sqrt(6.0 / fanIn) : 1 / Math.sqrt(fanIn);
    return tape.parameter(name + ".weight", shape, bound);
  }

  private Tensor bias(String name, int outputs, int fanIn) {
    return tape.parameter(
        name + ".bias", Shape.of(outputs), gain == Gain.RELU ? 0 : 1 / Math.sqrt(fanIn));
  }
}
