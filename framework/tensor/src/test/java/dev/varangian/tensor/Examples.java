package dev.varangian.tensor;

import dev.varangian.tensor.operation.Shape;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Makers of examples of random shapes: every operation, and what a plan could get wrong. */
final class Examples {
  private Examples() {}

  /** A kind of example; the shapes come from the random numbers. */
  record Family(String name, Maker maker) {
    Example example(Random random) {
      return maker.make(random);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  @FunctionalInterface
  interface Maker {
    Example make(Random random);
  }

  static Stream<Family> all() {
    return Stream.concat(basic(), LayerExamples.all());
  }

  private static Stream<Family> basic() {
    return Stream.of(
        new Family("add", r -> twoOperands(r, false)),
        new Family("add to a shorter shape", r -> broadcast(r, false)),
        new Family("multiply", r -> twoOperands(r, true)),
        new Family("multiply by a shorter shape", r -> broadcast(r, true)),
        new Family("sum", r -> one(Leaf.of(shape(r)), Tensor::sum, Plain::sum)),
        new Family("mean", r -> one(Leaf.of(shape(r)), Tensor::mean, Plain::mean)),
        new Family("reshape", Examples::reshape),
        new Family("relu", Examples::relu),
        new Family(
            "tanh", r -> one(Leaf.of(shape(r)), Tensor::tanh, x -> Plain.map(x, Math::tanh))),
        new Family(
            "sigmoid",
            r -> one(Leaf.of(shape(r)), Tensor::sigmoid, x -> Plain.map(x, Plain::sigmoid))),
        new Family("dense", Examples::dense),
        new Family("dense, two samples too few for a tile", r -> dense(31, 7, 5)),
        new Family("dense, weights of its own", Examples::denseOfComputedWeights),
        new Family("conv2d", Examples::conv2d),
        new Family("conv2d, window = image", r -> conv2d(2, 4, 3, 2, 33, 4, 3)),
        new Family("conv2d, one pixel", r -> conv2d(1, 1, 1, 1, 1, 1, 1)),
        new Family("conv2d, weights of its own", Examples::conv2dOfComputedWeights),
        new Family("conv2d, relu, maxPool2d", Examples::pooledConvolution),
        new Family("conv2d of many samples", r -> conv2d(any(r, 16, 17, 40), 4, 5, 3, 6, 2, 3)),
        new Family("maxPool2d", Examples::maxPool2d),
        new Family("maxPool2d, window = image", r -> maxPool2d(1, 3, 3, 2, 3)),
        new Family("softmaxCrossEntropy", Examples::softmaxCrossEntropy),
        new Family("meanSquaredError", Examples::meanSquaredError),
        new Family(
            "x * x",
            r -> one(Leaf.of(shape(r)), x -> x.multiply(x), x -> Plain.map(x, v -> v * v))),
        new Family(
            "x + tanh(x)",
            r ->
                one(
                    Leaf.of(shape(r)),
                    x -> x.add(x.tanh()),
                    x -> Plain.map(x, v -> v + Math.tanh(v)))),
        new Family("a reshaped tensor used three times", Examples::reshapedThrice),
        new Family("weights used in two layers", Examples::tiedWeights),
        new Family("conv2d, tanh, maxPool2d, dense", Examples::network));
  }

  private static int any(Random random, int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static int[] shape(Random random) {
    int[] extents = new int[1 + random.nextInt(4)];
    for (int i = 0; i < extents.length; i++) {
      extents[i] = any(random, i == 0 ? new int[] {1, 2, 17, 33} : new int[] {1, 2, 3});
    }
    return extents;
  }

  private interface Unary {
    Tensor of(Tensor x);
  }

  private interface PlainUnary {
    double[] of(double[] x);
  }

  private static Example one(Leaf leaf, Unary engine, PlainUnary plain) {
    return new Example(List.of(leaf), t -> engine.of(t.get(0)), x -> plain.of(x[0]));
  }

  private static Example twoOperands(Random random, boolean product) {
    int[] shape = shape(random);
    return pair(shape, shape, product);
  }

  private static Example broadcast(Random random, boolean product) {
    int a = any(random, 1, 2, 5);
    int b = any(random, 1, 3, 16);
    int c = any(random, 1, 2, 33);
    int[] shorter = List.of(new int[0], new int[] {c}, new int[] {b, c}).get(random.nextInt(3));
    return pair(new int[] {a, b, c}, shorter, product);
  }

  private static Example pair(int[] x, int[] y, boolean product) {
    return new Example(
        List.of(Leaf.of(x), Leaf.of(y)),
        t -> product ? t.get(0).multiply(t.get(1)) : t.get(0).add(t.get(1)),
        v -> product ? Plain.multiply(v[0], v[1]) : Plain.add(v[0], v[1]));
  }

  private static Example reshape(Random random) {
    int a = any(random, 1, 2, 3);
    int b = any(random, 1, 4, 5);
    return one(Leaf.of(a, b), x -> x.reshape(b, a), x -> x);
  }

  private static Example relu(Random random) {
    return one(
        Leaf.awayFromZero(shape(random)), Tensor::relu, x -> Plain.map(x, v -> Math.max(v, 0)));
  }

  private static Example dense(Random random) {
    return dense(
        any(random, 1, 2, 3, 5, 16, 20, 33),
        any(random, 1, 2, 7, 16, 31, 32, 33),
        any(random, 1, 2, 10, 15, 16, 17, 31, 32, 33, 50));
  }

  private static Example dense(int samples, int inputs, int outputs) {
    return new Example(
        List.of(Leaf.of(samples, inputs), Leaf.of(inputs, outputs), Leaf.of(outputs)),
        t -> t.get(0).dense(t.get(1), t.get(2)),
        v -> Plain.dense(v[0], v[1], v[2], inputs));
  }

  private static Example denseOfComputedWeights(Random random) {
    int inputs = any(random, 1, 5, 33);
    int outputs = any(random, 1, 3, 32);
    return new Example(
        List.of(Leaf.of(20, inputs), Leaf.of(inputs, outputs), Leaf.of(outputs)),
        t -> t.get(0).dense(t.get(1).tanh(), t.get(2).tanh()),
        v -> {
          double[] weight = Plain.map(v[1], Math::tanh);
          return Plain.dense(v[0], weight, Plain.map(v[2], Math::tanh), inputs);
        });
  }

  private static Example conv2d(Random random) {
    int height = 1 + random.nextInt(7);
    int width = 1 + random.nextInt(7);
    return conv2d(
        any(random, 1, 2, 3),
        height,
        width,
        any(random, 1, 2, 3, 20),
        any(random, 1, 2, 16, 20, 31, 32, 33),
        1 + random.nextInt(height),
        1 + random.nextInt(width));
  }

  private static Example conv2d(
      int samples, int height, int width, int channels, int outputs, int rows, int columns) {
    Shape images = Shape.of(samples, height, width, channels);
    Shape window = Shape.of(outputs, rows, columns, channels);
    return new Example(
        List.of(
            Leaf.of(samples, height, width, channels),
            Leaf.of(outputs, rows, columns, channels),
            Leaf.of(outputs)),
        t -> t.get(0).conv2d(t.get(1), t.get(2)),
        v -> Plain.conv2d(v[0], v[1], v[2], images, window));
  }

  private static Example conv2dOfComputedWeights(Random random) {
    int channels = any(random, 1, 2);
    int outputs = any(random, 1, 3, 33);
    Shape images = Shape.of(2, 3, 4, channels);
    Shape window = Shape.of(outputs, 2, 2, channels);
    return new Example(
        List.of(Leaf.of(2, 3, 4, channels), Leaf.of(outputs, 2, 2, channels), Leaf.of(outputs)),
        t -> t.get(0).conv2d(t.get(1).tanh(), t.get(2)),
        v -> Plain.conv2d(v[0], Plain.map(v[1], Math::tanh), v[2], images, window));
  }

  private static Example pooledConvolution(Random random) {
    int samples = any(random, 1, 2, 7, 16, 18);
    int height = 3 + random.nextInt(4);
    int width = 3 + random.nextInt(4);
    int channels = any(random, 1, 2, 5);
    int outputs = any(random, 1, 3, 5, 11);
    Shape images = Shape.of(samples, height, width, channels);
    Shape window = Shape.of(outputs, 2, 1 + random.nextInt(2), channels);
    Shape convolved = Shape.of(samples, height - 1, width - window.dimension(2) + 1, outputs);
    return new Example(
        List.of(
            Leaf.of(samples, height, width, channels),
            Leaf.of(outputs, 2, window.dimension(2), channels),
            Leaf.of(outputs)),
        t -> t.get(0).conv2d(t.get(1), t.get(2)).relu().maxPool2d(2),
        v ->
            Plain.maxPool2d(
                Plain.map(
                    Plain.conv2d(v[0], v[1], v[2], images, window), value -> Math.max(value, 0)),
                convolved,
                2));
  }

  private static Example maxPool2d(Random random) {
    int size = any(random, 1, 2, 3);
    return maxPool2d(
        any(random, 1, 2, 3),
        size + random.nextInt(6),
        size + random.nextInt(6),
        any(random, 1, 2, 5, 17),
        size);
  }

  private static Example maxPool2d(int samples, int height, int width, int channels, int size) {
    Shape images = Shape.of(samples, height, width, channels);
    return one(
        Leaf.apart(samples, height, width, channels),
        x -> x.maxPool2d(size),
        x -> Plain.maxPool2d(x, images, size));
  }

  private static Example softmaxCrossEntropy(Random random) {
    int samples = any(random, 1, 2, 5, 17);
    int classes = any(random, 1, 2, 10, 33);
    return new Example(
        List.of(Leaf.of(samples, classes), Leaf.classes(classes, samples)),
        t -> t.get(0).softmaxCrossEntropy(t.get(1)),
        v -> Plain.softmaxCrossEntropy(v[0], v[1]));
  }

  private static Example meanSquaredError(Random random) {
    int[] shape = shape(random);
    return new Example(
        List.of(Leaf.of(shape), Leaf.of(shape)),
        t -> t.get(0).meanSquaredError(t.get(1)),
        v -> Plain.meanSquaredError(v[0], v[1]));
  }

  private static Example reshapedThrice(Random random) {
    int a = any(random, 1, 2, 3);
    int b = any(random, 1, 4, 5);
    return one(
        Leaf.of(a, b),
        x -> {
          Tensor flat = x.reshape(a * b);
          return flat.multiply(flat).add(flat).add(x.tanh().reshape(a * b));
        },
        x -> Plain.map(x, v -> v * v + v + Math.tanh(v)));
  }

  private static Example tiedWeights(Random random) {
    int samples = any(random, 1, 3, 17);
    int width = any(random, 1, 5, 16, 33);
    return new Example(
        List.of(Leaf.of(samples, width), Leaf.of(width, width), Leaf.of(width)),
        t -> t.get(0).dense(t.get(1), t.get(2)).tanh().dense(t.get(1), t.get(2)),
        v -> {
          double[] hidden = Plain.map(Plain.dense(v[0], v[1], v[2], width), Math::tanh);
          return Plain.dense(hidden, v[1], v[2], width);
        });
  }

  private static Example network(Random random) {
    int samples = any(random, 1, 2, 5);
    int maps = any(random, 1, 3, 16);
    int outputs = any(random, 1, 4, 32);
    Shape images = Shape.of(samples, 6, 7, 2);
    Shape window = Shape.of(maps, 2, 3, 2);
    Shape convolved = Shape.of(samples, 5, 5, maps);
    return new Example(
        List.of(
            Leaf.of(samples, 6, 7, 2),
            Leaf.of(maps, 2, 3, 2),
            Leaf.of(maps),
            Leaf.of(4 * maps, outputs),
            Leaf.of(outputs)),
        t ->
            t.get(0)
                .conv2d(t.get(1), t.get(2))
                .tanh()
                .maxPool2d(2)
                .flatten()
                .dense(t.get(3), t.get(4)),
        v -> {
          double[] maps2d = Plain.map(Plain.conv2d(v[0], v[1], v[2], images, window), Math::tanh);
          return Plain.dense(Plain.maxPool2d(maps2d, convolved, 2), v[3], v[4], 4 * maps);
        });
  }
}
