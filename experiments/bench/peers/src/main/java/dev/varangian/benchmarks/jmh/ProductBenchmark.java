package dev.varangian.benchmarks.jmh;

import dev.varangian.bench.work.FirstValue;
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

/** Matrix products of the shapes that occur, as a dense layer's forward on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class ProductBenchmark {
  /** Rows, depth and columns: LeNet's dense layers with 1, 10 and 40 agents' samples, sgemm. */
  @Param({
    "16x800x500",
    "160x800x500",
    "640x800x500",
    "16x500x10",
    "160x500x10",
    "640x500x10",
    "512x512x512",
    "1024x1024x1024"
  })
  String shape;

  private Plan plan;
  private float[] weights;

  @Setup
  public void prepare() {
    int[] sizes = Arrays.stream(shape.split("x")).mapToInt(Integer::parseInt).toArray();
    Tape tape = Tape.recording();
    Tensor x = tape.input(Shape.of(sizes[0], sizes[1]));
    Tensor y =
        x.dense(
            tape.parameter("weight", Shape.of(sizes[1], sizes[2]), 1),
            tape.parameter("bias", Shape.of(sizes[2]), 1));
    plan = Plan.of(y.apply(new FirstValue()), 1, false);
    weights = new float[tape.dimension()];
    Arrays.fill(weights, 0.5f);
    Arrays.fill(plan.values(x), 0.25f);
  }

  @Benchmark
  public Plan product() {
    plan.forward(weights, 1);
    return plan;
  }
}
