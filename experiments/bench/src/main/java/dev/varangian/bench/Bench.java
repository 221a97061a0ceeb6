package dev.varangian.bench;

import dev.varangian.bench.work.FilterCall;
import dev.varangian.bench.work.FmaChains;
import dev.varangian.bench.work.LeNetRound;
import dev.varangian.bench.work.MemoryStream;
import dev.varangian.bench.work.NormalRows;
import dev.varangian.bench.work.ReadOnce;
import dev.varangian.bench.work.SquareProduct;
import dev.varangian.bench.work.Work;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Measures the machine's limits and how near the engine comes. */
public final class Bench {
  private static final int FILTER_LIMIT_SECONDS = 10;
  private static final int MANY = 1000;
  private static final List<String> FOR_MANY = List.of("cge", "cwtm", "krum");

  private final Catalogue catalogue;
  private final List<Path> plugins;
  private final ThreadTeam workers;
  private final Consumer<String> notes;
  private final Map<Integer, Spread> readOnce = new TreeMap<>();
  private final Map<Integer, Map<String, Optional<Spread>>> filters = new TreeMap<>();

  /**
   * @param plugins where the foreign plugins of the catalogue lie
   * @param notes told how far it is, and what is left out
   */
  public Bench(
      Catalogue catalogue, List<Path> plugins, ThreadTeam workers, Consumer<String> notes) {
    this.catalogue = catalogue;
    this.plugins = plugins;
    this.workers = workers;
    this.notes = notes;
  }

  /** Measures everything, in about two minutes. */
  public Figures measure() {
    Turns turns = new Turns(1, 2, 5, 1000);
    notes.accept("measuring what the machine can do …");
    FmaChains chains = new FmaChains();
    Spread fma = turns.measure(chains).falling(chains::gflops);
    Spread read = readRate(turns);
    SquareProduct product = new SquareProduct(512, workers);
    Spread sgemm = turns.measure(product).falling(product::gflops);
    Map<Integer, Spread> rounds = new TreeMap<>();
    for (int batchSize : List.of(16, 64)) {
      notes.accept("measuring rounds of lenet, k = " + batchSize + " …");
      rounds.put(
          batchSize,
          new Turns(3, 4, 5, 1000).measure(new LeNetRound(catalogue, batchSize, workers)));
    }
    List<String> all = catalogue.names(Kind.FILTER);
    measureFilters(10, all, new Turns(1, 3, 5, 300));
    measureFilters(100, all, new Turns(0.5, 12, 3, 100));
    measureFilters(MANY, FOR_MANY.stream().filter(all::contains).toList(), new Turns(0, 8, 3, 20));
    return new Figures(workers.threads(), fma, read, sgemm, rounds, readOnce, filters);
  }

  private Spread readRate(Turns turns) {
    MemoryStream stream = new MemoryStream(workers);
    return turns.measure(stream).falling(stream::gigabytesPerSecond);
  }

  private void measureFilters(int n, List<String> names, Turns turns) {
    Map<String, Optional<Spread>> found = new TreeMap<>();
    names.forEach(name -> found.put(name, Optional.empty()));
    filters.put(n, found);
    int d = NormalRows.DIMENSION;
    // Half of the memory: the collector keeps the rest for what is new.
    if (NormalRows.bytes(n, d) > Runtime.getRuntime().maxMemory() / 2) {
      notes.accept(
          "n = "
              + n
              + " needs "
              + 2 * NormalRows.bytes(n, d) / 1_000_000
              + " MB of memory, which this JVM may not use; left out (VARANGIAN_OPTS=-Xmx… allows"
              + " more)");
      return;
    }
    notes.accept("measuring filters, n = " + n + " …");
    List<String> finishing =
        new Feasibility(plugins, workers.threads(), FILTER_LIMIT_SECONDS, notes)
            .finishing(names, n, d);
    float[][] rows = NormalRows.of(n, d, workers);
    Map<String, Work> works = new LinkedHashMap<>();
    finishing.forEach(
        name ->
            FilterCall.of(catalogue, name, rows, d, workers)
                .ifPresent(call -> works.put(name, call)));
    List<Work> inTurn = new ArrayList<>(works.values());
    inTurn.add(new ReadOnce(rows, d, workers));
    List<Spread> spreads = turns.measure(inTurn);
    int next = 0;
    for (String name : works.keySet()) {
      found.put(name, Optional.of(spreads.get(next++)));
    }
    if (n < MANY) {
      readOnce.put(n, spreads.get(next));
    }
  }
}
