package dev.varangian.benchmarks.jmh;

import dev.varangian.bench.work.FilterCall;
import dev.varangian.bench.work.NormalRows;
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

/** Filters on normal rows; time against n and d. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
public class FilterBenchmark {
  @Param({"cge", "krum", "multi-krum", "mom", "geomed", "cwtm", "median", "mean"})
  String filter;

  @Param({"10", "100"})
  int n;

  @Param({"431080"})
  int d;

  @Param({"1", "2"})
  int threads;

  private ThreadTeam workers;
  private FilterCall call;

  @Setup
  public void prepare() {
    workers = new ThreadTeam(threads);
    call =
        FilterCall.of(
                Catalogue.discover(List.of()), filter, NormalRows.of(n, d, workers), d, workers)
            .orElseThrow();
  }

  @Benchmark
  public float[] filter() {
    call.once();
    return call.out();
  }

  @TearDown
  public void close() {
    workers.close();
  }
}
