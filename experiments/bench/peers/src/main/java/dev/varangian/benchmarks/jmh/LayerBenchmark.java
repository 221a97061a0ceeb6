package dev.varangian.benchmarks.jmh;

import dev.varangian.bench.work.FirstValue;
import dev.varangian.spi.training.Layers;
import dev.varangian.tensor.Plan;
import dev.varangian.tensor.Tape;
import dev.varangian.tensor.Tensor;
import dev.varangian.tensor.operation.Shape;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * LeNet's layers, forward and backward, on one thread. What a layer reads is the first one's input
 * or comes from a layer before it, so that the gradient with respect to it is formed, as in LeNet.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class LayerBenchmark {
  @Param({"conv1", "conv2", "dense1", "dense2"})
  String layer;

  @Param({"16", "64"})
  int batchSize;

  @Param({"1"})
  int agents;

  private Plan plan;
  private float[] weights;
  private float[][] rows;

  @Setup
  public void prepare() {
    Tape tape = Tape.recording();
    Layers layers = Layers.on(tape);
    Tensor y =
        switch (layer) {
          case "conv1" -> layers.conv2d("own", input(tape, 28, 28, 1), 20, 5);
          case "conv2" -> layers.conv2d("own", scaled(tape, input(tape, 12, 12, 20), 20), 50, 5);
          case "dense1" -> layers.dense("own", scaled(tape, input(tape, 800), 800), 500);
          case "dense2" -> layers.dense("own", scaled(tape, input(tape, 500), 500), 10);
          default -> throw new IllegalArgumentException(layer);
        };
    Tensor first = y.apply(new FirstValue());
    plan = Plan.of(first, agents, true);
    weights = new float[tape.dimension()];
    Arrays.fill(weights, 0.01f);
    rows = new float[agents][tape.dimension()];
    plan.forward(weights, agents);
  }

  private Tensor input(Tape tape, int... sample) {
    return tape.input(Shape.of(sample).prepend(batchSize));
  }

  /** Times one parameter for each channel: the cheapest layer that wants a gradient. */
  private static Tensor scaled(Tape tape, Tensor x, int channels) {
    return x.multiply(tape.parameter("scale", Shape.of(channels), 1));
  }

  @Benchmark
  public Plan forward() {
    plan.forward(weights, agents);
    return plan;
  }

  @Benchmark
  public Plan forwardAndBackward() {
    plan.forward(weights, agents);
    plan.backward(rows, 0);
    return plan;
  }
}
