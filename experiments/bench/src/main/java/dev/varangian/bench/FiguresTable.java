package dev.varangian.bench;

import dev.varangian.bench.work.LeNetRound;
import dev.varangian.bench.work.NormalRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The figures as the rows of a table, each with its spread and its distance from the limit. */
public final class FiguresTable {
  private final Figures figures;
  private final List<List<String>> rows = new ArrayList<>();

  private FiguresTable(Figures figures) {
    this.figures = figures;
  }

  /** The rows, a heading first. */
  public static List<List<String>> of(Figures figures) {
    FiguresTable table = new FiguresTable(figures);
    table.rows.add(
        List.of("figure", "median", "unit", "least", "greatest", "distance from the limit"));
    table.addLimits();
    figures.lenetRoundMs().forEach(table::addRound);
    figures.filtersMs().forEach(table::addFilters);
    return List.copyOf(table.rows);
  }

  private void addLimits() {
    add("multiply-add, 1 core", "GFLOP/s", figures.fmaGflops(), "a limit");
    add("reading memory, " + threads(), "GB/s", figures.readGbps(), "a limit");
    add(
        "matrix product 512, " + threads(),
        "GFLOP/s",
        figures.sgemmGflops(),
        percent(figures.sgemmGflops().median() / mostGflops()) + " of " + computing());
  }

  private void addRound(int batchSize, Spread spread) {
    double gflop = LeNetRound.gflop(batchSize);
    add(
        "lenet round, k = " + batchSize,
        "ms",
        spread,
        String.format(
            Locale.ROOT,
            "%.2f GFLOP: %.0f GFLOP/s, %s of %s; the limit is %.3g ms",
            gflop,
            gflop / spread.median() * 1e3,
            percent(gflop / spread.median() * 1e3 / mostGflops()),
            computing(),
            gflop / mostGflops() * 1e3));
  }

  private void addFilters(int n, Map<String, Optional<Spread>> filters) {
    double megabytes = n * (double) NormalRows.DIMENSION * Float.BYTES / 1e6;
    Optional<Spread> readOnce = Optional.ofNullable(figures.readOnceMs().get(n));
    readOnce.ifPresent(
        spread -> add("read once, n = " + n, "ms", spread, bytes(megabytes, spread.median())));
    filters.forEach(
        (name, found) -> {
          String figure = name + ", n = " + n;
          if (found.isEmpty()) {
            rows.add(List.of(figure, "–", "ms", "", "", "left out"));
            return;
          }
          Spread spread = found.get();
          String times =
              readOnce
                  .map(
                      once ->
                          String.format(
                              Locale.ROOT, "%.2f x read once; ", spread.median() / once.median()))
                  .orElse("");
          add(figure, "ms", spread, times + bytes(megabytes, spread.median()));
        });
  }

  private String bytes(double megabytes, double milliseconds) {
    double rate = megabytes / milliseconds;
    return String.format(
        Locale.ROOT,
        "%.0f MB of rows: %.3g GB/s, %s of reading memory",
        megabytes,
        rate,
        percent(rate / figures.readGbps().median()));
  }

  private double mostGflops() {
    return figures.threads() * figures.fmaGflops().median();
  }

  private String threads() {
    return figures.threads() == 1 ? "1 thread" : figures.threads() + " threads";
  }

  private String computing() {
    return figures.threads() + " x multiply-add";
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private void add(String figure, String unit, Spread spread, String distance) {
    rows.add(
        List.of(
            figure,
            number(spread.median()),
            unit,
            number(spread.minimum()),
            number(spread.maximum()),
            distance));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, value < 100 ? "%.3g" : "%.0f", value);
  }
}
