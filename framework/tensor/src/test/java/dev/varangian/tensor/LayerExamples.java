package dev.varangian.tensor;

import dev.varangian.tensor.Examples.Family;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.operation.Shape;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Makers of examples of the operations of convolutional and attention networks. */
final class LayerExamples {
  private LayerExamples() {}

  static Stream<Family> all() {
    return Stream.of(
        new Family("matmul", r -> matmul(1, any(r, 1, 3, 16, 33), any(r, 1, 7, 40), any(r, 1, 50))),
        new Family(
            "matmul of several matrices each", r -> matmul(any(r, 2, 3), 4, 5, any(r, 1, 17))),
        new Family("matmul of several matrices by one", LayerExamples::matmulByOne),
        new Family("matmul, square, with itself", LayerExamples::square),
        new Family("conv2d with stride and padding", r -> convolution(r, false)),
        new Family("conv2d with stride and padding, relu, maxPool2d", r -> convolution(r, true)),
        new Family("conv2d with stride and padding of computed images", LayerExamples::strided),
        new Family("averagePool2d", LayerExamples::averagePool2d),
        new Family("globalAveragePool2d", LayerExamples::globalAveragePool2d),
        new Family("concat", LayerExamples::concat),
        new Family("concat of a tensor with itself", LayerExamples::twice),
        new Family("softmax", LayerExamples::softmax),
        new Family(
            "gelu",
            r ->
                one(
                    Tensor::gelu,
                    x -> Plain.map(x, PlainLayers::gelu),
                    Leaf.of(any(r, 1, 3, 17), any(r, 1, 5)))),
        new Family("layerNorm", LayerExamples::layerNorm),
        new Family("batchNorm", r -> batchNorm(r, true)),
        new Family("batchNorm in evaluation", r -> batchNorm(r, false)),
        new Family("dropout", r -> dropout(r, true)),
        new Family("dropout in evaluation", r -> dropout(r, false)),
        new Family("a residual network", LayerExamples::residualNetwork));
  }

  private static int any(Random random, int... choices) {
    return choices[random.nextInt(choices.length)];
  }

  private static Example one(
      UnaryOperator<Tensor> engine, UnaryOperator<double[]> plain, Leaf leaf) {
    return new Example(List.of(leaf), t -> engine.apply(t.get(0)), v -> plain.apply(v[0]));
  }

  private static Example matmul(int count, int rows, int inner, int columns) {
    return new Example(
        count == 1
            ? List.of(Leaf.of(rows, inner), Leaf.of(inner, columns))
            : List.of(Leaf.of(count, rows, inner), Leaf.of(count, inner, columns)),
        t -> t.get(0).matmul(t.get(1)),
        v -> PlainLayers.matmul(v[0], v[1], count, rows, inner, columns));
  }

  private static Example matmulByOne(Random random) {
    int rows = any(random, 1, 4);
    int columns = any(random, 1, 20, 49);
    return new Example(
        List.of(Leaf.of(2, 3, rows, 5), Leaf.of(5, columns)),
        t -> t.get(0).matmul(t.get(1)),
        v -> PlainLayers.matmul(v[0], v[1], 6, rows, 5, columns));
  }

  private static Example square(Random random) {
    int size = any(random, 1, 3, 17);
    return one(
        x -> x.matmul(x), x -> PlainLayers.matmul(x, x, 1, size, size, size), Leaf.of(size, size));
  }

  private static Example convolution(Random random, boolean pooled) {
    Shape images =
        Shape.of(
            any(random, 1, 2, 7, 17),
            4 + random.nextInt(4),
            4 + random.nextInt(4),
            any(random, 1, 2, 6));
    int stride = any(random, 1, 2, 3);
    int padding = stride == 1 ? any(random, 1, 2) : any(random, 0, 1, 2);
    int window = pooled && stride == 3 ? 1 : 1 + random.nextInt(3);
    Shape weight =
        Shape.of(any(random, 1, 3, 6, 11), window, any(random, 1, 2), images.dimension(3));
    int rows = (images.dimension(1) + 2 * padding - window) / stride + 1;
    int columns = (images.dimension(2) + 2 * padding - weight.dimension(2)) / stride + 1;
    Shape convolved = Shape.of(images.dimension(0), rows, columns, weight.dimension(0));
    boolean pools = pooled && rows > 1 && columns > 1;
    return new Example(
        List.of(Leaf.of(images), Leaf.of(weight), Leaf.of(Shape.of(weight.dimension(0)))),
        t -> {
          Tensor y = t.get(0).conv2d(t.get(1), t.get(2), stride, padding);
          return pools ? y.relu().maxPool2d(2) : y;
        },
        v -> {
          double[] y = convolve(v[0], v[1], v[2], images, weight, stride, padding);
          return pools ? Plain.maxPool2d(Plain.map(y, x -> Math.max(x, 0)), convolved, 2) : y;
        });
  }

  /** All places of the padded images, of which every stride-th stays. */
  private static double[] convolve(
      double[] x,
      double[] weights,
      double[] bias,
      Shape images,
      Shape weight,
      int stride,
      int padding) {
    Shape padded =
        Shape.of(
            images.dimension(0),
            images.dimension(1) + 2 * padding,
            images.dimension(2) + 2 * padding,
            images.dimension(3));
    Shape all =
        Shape.of(
            images.dimension(0),
            padded.dimension(1) - weight.dimension(1) + 1,
            padded.dimension(2) - weight.dimension(2) + 1,
            weight.dimension(0));
    double[] y = Plain.conv2d(PlainLayers.pad(x, images, padding), weights, bias, padded, weight);
    return PlainLayers.every(y, all, stride);
  }

  private static Example strided(Random random) {
    Shape images = Shape.of(any(random, 1, 3), 5, 6, 2);
    Shape weight = Shape.of(any(random, 1, 5), 3, 3, 2);
    return new Example(
        List.of(Leaf.of(images), Leaf.of(weight), Leaf.of(Shape.of(weight.dimension(0)))),
        t -> t.get(0).tanh().conv2d(t.get(1).tanh(), t.get(2), 2, 1),
        v ->
            convolve(
                Plain.map(v[0], Math::tanh),
                Plain.map(v[1], Math::tanh),
                v[2],
                images,
                weight,
                2,
                1));
  }

  private static Example averagePool2d(Random random) {
    int size = any(random, 1, 2, 3);
    Shape images =
        Shape.of(
            any(random, 1, 3),
            size + random.nextInt(5),
            size + random.nextInt(5),
            any(random, 1, 2, 17));
    return one(
        x -> x.averagePool2d(size),
        x -> PlainLayers.averagePool2d(x, images, size, size),
        Leaf.of(images));
  }

  private static Example globalAveragePool2d(Random random) {
    Shape images = Shape.of(any(random, 1, 3), any(random, 1, 4), 5, any(random, 1, 17));
    return one(
        Tensor::globalAveragePool2d,
        x -> PlainLayers.averagePool2d(x, images, images.dimension(1), 5),
        Leaf.of(images));
  }

  private static Example concat(Random random) {
    int dimension = random.nextInt(3);
    int[] x = {2, 3, 4};
    int[] y = {2, 3, 4};
    y[dimension] = any(random, 1, 5);
    int after = dimension == 0 ? 12 : dimension == 1 ? 4 : 1;
    return new Example(
        List.of(Leaf.of(x), Leaf.of(y)),
        t -> t.get(0).concat(dimension, t.get(1)),
        v -> PlainLayers.concat(v[0], v[1], x[dimension] * after, y[dimension] * after));
  }

  private static Example twice(Random random) {
    int rows = any(random, 1, 3);
    return one(
        x -> x.concat(1, x, x.tanh()),
        x -> PlainLayers.concat(PlainLayers.concat(x, x, 5, 5), Plain.map(x, Math::tanh), 10, 5),
        Leaf.of(rows, 5));
  }

  private static Example softmax(Random random) {
    int length = any(random, 1, 2, 10, 33);
    return one(
        Tensor::softmax,
        x -> PlainLayers.softmax(x, length),
        Leaf.of(any(random, 1, 4), 3, length));
  }

  private static Example layerNorm(Random random) {
    int[] shape = {any(random, 1, 2, 17), any(random, 2, 3), any(random, 5, 33)};
    int[] entry = random.nextBoolean() ? new int[] {shape[2]} : new int[] {shape[1], shape[2]};
    return new Example(
        List.of(Leaf.of(shape), Leaf.of(entry), Leaf.of(entry)),
        t -> t.get(0).layerNorm(t.get(1), t.get(2)),
        v -> PlainLayers.layerNorm(v[0], v[1], v[2]));
  }

  private static Example batchNorm(Random random, boolean training) {
    int channels = any(random, 1, 3, 17);
    Leaf x =
        random.nextBoolean()
            ? Leaf.of(any(random, 4, 17), channels)
            : Leaf.of(any(random, 1, 3), 3, 2, channels);
    double[] statistics = new double[2 * channels];
    for (int c = 0; c < channels; c++) {
      statistics[c] = random.nextDouble() - 0.5;
      statistics[channels + c] = random.nextDouble() + 0.5;
    }
    return new Example(
        List.of(x, Leaf.of(channels), Leaf.of(channels)),
        t -> t.get(0).batchNorm(t.get(1), t.get(2)),
        v ->
            training
                ? PlainLayers.batchNorm(v[0], v[1], v[2])
                : PlainLayers.batchNorm(v[0], v[1], v[2], statistics),
        training ? Example.TRAINING : new Mode.Evaluation(statistics));
  }

  private static Example dropout(Random random, boolean training) {
    double rate = any(random, 0, 1, 2, 3) / 4.0;
    return new Example(
        List.of(Leaf.of(any(random, 1, 5), any(random, 1, 33))),
        t -> t.get(0).dropout(rate),
        v -> training ? dropped(v[0], rate) : v[0],
        training ? Example.TRAINING : new Mode.Evaluation(new double[0]));
  }

  /**
   * A strided convolution, a block x + dropped normalised convolution of x, the means of its maps,
   * a dense layer and its loss.
   */
  private static Example residualNetwork(Random random) {
    int samples = any(random, 2, 5);
    int maps = any(random, 2, 5);
    Shape images = Shape.of(samples, 6, 5, 2);
    Shape first = Shape.of(maps, 3, 3, 2);
    Shape half = Shape.of(samples, 3, 3, maps);
    Shape second = Shape.of(maps, 3, 3, maps);
    return new Example(
        List.of(
            Leaf.of(images),
            Leaf.of(first),
            Leaf.of(maps),
            Leaf.of(maps),
            Leaf.of(maps),
            Leaf.of(second),
            Leaf.of(maps),
            Leaf.of(maps),
            Leaf.of(maps),
            Leaf.of(maps, 3),
            Leaf.of(3),
            Leaf.classes(3, samples)),
        t -> {
          Tensor x = t.get(0).conv2d(t.get(1), t.get(2), 2, 1).batchNorm(t.get(3), t.get(4)).gelu();
          return x.conv2d(t.get(5), t.get(6), 1, 1)
              .batchNorm(t.get(7), t.get(8))
              .tanh()
              .dropout(0.25)
              .add(x)
              .globalAveragePool2d()
              .dense(t.get(9), t.get(10))
              .softmaxCrossEntropy(t.get(11));
        },
        v -> {
          double[] x = convolve(v[0], v[1], v[2], images, first, 2, 1);
          x = Plain.map(PlainLayers.batchNorm(x, v[3], v[4]), PlainLayers::gelu);
          double[] y = convolve(x, v[5], v[6], half, second, 1, 1);
          y = dropped(Plain.map(PlainLayers.batchNorm(y, v[7], v[8]), Math::tanh), 0.25);
          double[] means = PlainLayers.averagePool2d(Plain.add(y, x), half, 3, 3);
          return Plain.softmaxCrossEntropy(Plain.dense(means, v[9], v[10], maps), v[11]);
        });
  }

  private static double[] dropped(double[] x, double rate) {
    double[] y = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      y[i] = Example.uniform(0, i) < rate ? 0 : x[i] / (1 - rate);
    }
    return y;
  }
}
