package dev.varangian.benchmarks.peers;

import dev.varangian.bench.work.FilterCall;
import dev.varangian.bench.work.FmaChains;
import dev.varangian.bench.work.LeNetRound;
import dev.varangian.bench.work.NormalRows;
import dev.varangian.bench.work.ReadOnce;
import dev.varangian.bench.work.SquareProduct;
import dev.varangian.bench.work.Work;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What Varangian does: {@code lenet K}, {@code product SIZE}, {@code read-once N [D]}, {@code
 * FILTER N [D]}, D being LeNet's number of parameters if it is not named; and {@code lenet-limit
 * K}, {@code product-limit SIZE}: as many multiply-adds on registers, on one core, as each of the
 * threads would have to make.
 */
final class OurWorks implements Works {
  private final Catalogue catalogue = Catalogue.discover(List.of());
  private final ThreadTeam workers;
  private final Map<Size, float[][]> rows = new HashMap<>();

  private record Size(int n, int d) {}

  OurWorks(int threads) {
    this.workers = new ThreadTeam(threads);
  }

  @Override
  public Work of(String name) {
    String[] words = name.split(" ");
    int size = Integer.parseInt(words[1]);
    int d = words.length > 2 ? Integer.parseInt(words[2]) : NormalRows.DIMENSION;
    return switch (words[0]) {
      case "lenet" -> new LeNetRound(catalogue, size, workers);
      case "lenet-limit" -> new FmaChains(LeNetRound.gflop(size) / workers.threads());
      case "product" -> new SquareProduct(size, workers);
      case "product-limit" -> new FmaChains(2e-9 * size * size * size / workers.threads());
      case "read-once" -> new ReadOnce(rows(size, d), d, workers);
      default -> FilterCall.of(catalogue, words[0], rows(size, d), d, workers).orElseThrow();
    };
  }

  private float[][] rows(int n, int d) {
    return rows.computeIfAbsent(new Size(n, d), size -> NormalRows.of(n, d, workers));
  }
}
