package dev.varangian.benchmarks.jmh;

import dev.varangian.bench.work.LeNetRound;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import java.util.List;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** A round of LeNet for ten agents. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 2, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class LeNetBenchmark {
  @Param({"16", "64"})
  int batchSize;

  @Param({"1", "2"})
  int threads;

  private ThreadTeam workers;
  private LeNetRound round;

  @Setup
  public void prepare() {
    workers = new ThreadTeam(threads);
    round = new LeNetRound(Catalogue.discover(List.of()), batchSize, workers);
  }

  @Benchmark
  public float[][] round() {
    round.once();
    return round.stage().rows();
  }

  @TearDown
  public void close() {
    workers.close();
  }
}
