package dev.varangian.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The figures that there are, in groups, with the goals that the project has set itself. */
final class Rows {
  /** The groups: against libtorch, against the machine's limits, and against ourselves. */
  static final List<String> GROUPS =
      List.of("lenet", "sgemm", "filters", "limits", "versions", "growth");

  /** The numbers in the rows of a filter whose time is taken against n and d. */
  private static final int MOST_NUMBERS = 100_000_000;

  private static final double NONE = Double.NaN;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** An accumulator on the heap makes a kernel slower than this. */
  private static final double BOXED = 10;

  private final Path java;
  private final Path natives;
  private final List<Row> rows = new ArrayList<>();

  private Rows(Path java, Path natives) {
    this.java = java;
    this.natives = natives;
  }

  /**
   * The figures of some groups.
   *
   * @param threads each figure is measured with each of these numbers
   * @param java the JVM that runs most
   * @param newer a newer one to compare it with
   * @param natives where libtorch is unpacked
   */
  static List<Row> of(
      List<String> groups, List<Integer> threads, Path java, Optional<Path> newer, Path natives) {
    Rows all = new Rows(java, natives);
    for (int count : threads) {
      if (groups.contains("limits")) {
        all.addLimits(count);
      }
      if (groups.contains("lenet")) {
        all.addLeNet(count);
      }
      if (groups.contains("sgemm")) {
        all.addProduct(count, 512);
        all.addProduct(count, 1024);
      }
      if (groups.contains("filters")) {
        all.addFilters(count, 10);
        all.addFilters(count, 100);
        all.addAgainstReading(count);
      }
      if (groups.contains("versions")) {
        all.addVersions(count, newer);
      }
      if (groups.contains("growth")) {
        all.addGrowth(count);
      }
    }
    return all.rows;
  }

  private Station ours(int threads) {
    return Station.ours(threads, "vector", java);
  }

  private void addLimits(int threads) {
    add("lenet round k=16 / multiply-adds", threads, "lenet 16", "lenet-limit 16", 1 / 0.6, BOXED);
    add("lenet round k=64 / multiply-adds", threads, "lenet 64", "lenet-limit 64", NONE, BOXED);
    String product = "matrix product 512";
    add(product + " / multiply-adds", threads, "product 512", "product-limit 512", NONE, BOXED);
  }

  private void addLeNet(int threads) {
    boolean one = threads == 1;
    addPeer("lenet round k=16 / ten passes", threads, "lenet 16", "passes 16", one ? 0.42 : 0.25);
    addPeer(
        "lenet round k=16 / one undivided pass",
        threads,
        "lenet 16",
        "undivided 16",
        one ? 0.48 : 0.35);
    addPeer("lenet round k=64 / ten passes", threads, "lenet 64", "passes 64", one ? NONE : 0.3);
    addPeer("lenet round k=64 / one undivided pass", threads, "lenet 64", "undivided 64", NONE);
  }

  private void addFilters(int threads, int n) {
    boolean few = n == 10;
    addFilter("cge", "cge", threads, n, few ? 0.3 : 0.2);
    addFilter("krum", "krum", threads, n, few ? 0.08 : 0.3);
    addFilter("multi-krum", "krum", threads, n, few ? 0.08 : 0.3);
    addFilter("cwtm", "cwtm", threads, n, few ? 0.01 : 0.06);
    addFilter("median", "median", threads, n, few ? 0.01 : 0.06);
    addFilter("median", TorchFilter.LOWER_MEDIAN, threads, n, NONE);
    addFilter("geomed", "geomed", threads, n, 0.01);
  }

  private void addFilter(String ours, String theirs, int threads, int n, double goal) {
    String label = ours + " n=" + n + (ours.equals(theirs) ? "" : " / " + theirs);
    addPeer(label, threads, ours + " " + n, theirs + " " + n, goal);
  }

  private void addAgainstReading(int threads) {
    String once = "read-once 10";
    add("cge n=10 / read once", threads, "cge 10", once, 3, NEVER);
    for (String filter : List.of("krum", "multi-krum", "mom")) {
      add(filter + " n=10 / read once", threads, filter + " 10", once, 8, NEVER);
    }
    add("geomed n=10 / read once", threads, "geomed 10", once, 9, NEVER);
  }

  /** Time against n and d, beside reading as many numbers once, which grows as n d. */
  private void addGrowth(int threads) {
    for (String filter : List.of("cge", "cwtm", "krum")) {
      for (int n : List.of(10, 100, 1000)) {
        for (int d = 10_000; d <= MOST_NUMBERS / n; d *= 10) {
          String size = " " + n + " " + d;
          String label = filter + " n=" + n + " d=" + d + " / read once";
          add(label, threads, filter + size, "read-once" + size, NONE, NEVER);
        }
      }
    }
  }

  private void addVersions(int threads, Optional<Path> newer) {
    String work = "lenet 16";
    Side side = new Side(ours(threads), work);
    String round = "lenet round k=16";
    if (threads > 1) {
      addSides(
          round + ", " + threads + " threads / 1 thread",
          side,
          List.of(new Side(ours(1), work)),
          threads == 2 ? 0.58 : NONE);
    }
    newer.ifPresent(
        home ->
            addSides(
                round + ", newer Java / this one",
                new Side(Station.ours(threads, "newer Java", home), work),
                List.of(side),
                1));
    addSides(
        round + ", scalar / vector", new Side(ours(threads).scalar(), work), List.of(side), NONE);
  }

  private void addProduct(int threads, int size) {
    String work = "product " + size;
    List<Side> others = peers(threads, work);
    if (threads > 1) {
      others.add(new Side(Station.torch(threads, "", java, natives).withOpenBlasThreads(), work));
    }
    addSides("matrix product " + size, new Side(ours(threads), work), others, 1);
  }

  private void addPeer(String label, int threads, String work, String theirs, double goal) {
    addSides(label, new Side(ours(threads), work), peers(threads, theirs), goal);
  }

  /** The settings of libtorch of which the best counts. */
  private List<Side> peers(int threads, String theirs) {
    List<Side> others = new ArrayList<>();
    others.add(new Side(Station.torch(threads, "", java, natives), theirs));
    if (threads > 1) {
      others.add(new Side(Station.torch(threads, "PASSIVE", java, natives), theirs));
    }
    return others;
  }

  private void add(
      String label, int threads, String work, String other, double goal, double breaking) {
    Station station = ours(threads);
    rows.add(
        new Row(label, new Side(station, work), List.of(new Side(station, other)), goal, breaking));
  }

  private void addSides(String label, Side ours, List<Side> others, double goal) {
    rows.add(new Row(label, ours, others, goal, NEVER));
  }
}
