package dev.varangian.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FiguresTest {
  private static final Figures FIGURES =
      new Figures(
          2,
          new Spread(100, 117.81234, 118),
          new Spread(20, 30, 40),
          new Spread(150, 176.71851, 180),
          Map.of(64, new Spread(50, 60, 70), 16, new Spread(14, 17.9, 20)),
          Map.of(10, new Spread(0.1, 0.2, 0.3), 100, new Spread(5, 6, 7)),
          Map.of(
              1000,
              Map.of("cge", Optional.empty()),
              100,
              Map.of("cge", Optional.of(new Spread(10, 12, 15))),
              10,
              Map.of("cge", Optional.of(new Spread(0.2, 0.00031, 3)))));

  @Test
  void the_json_has_the_medians_and_null_for_what_would_not_finish() {
    assertThat(FiguresJson.of(FIGURES))
        .isEqualTo(
            "{\"fma_gflops\": 117.81, \"read_gbps\": 30, \"sgemm_512_gflops\": 176.72,"
                + " \"lenet_round_ms\": {\"16\": 17.9, \"64\": 60},"
                + " \"read_once_ms\": {\"10\": 0.2, \"100\": 6},"
                + " \"filters_ms\": {\"10\": {\"cge\": 0.00031}, \"100\": {\"cge\": 12},"
                + " \"1000\": {\"cge\": null}}}");
  }

  @Test
  void the_table_tells_the_distance_from_the_limit() {
    List<List<String>> rows = FiguresTable.of(FIGURES);

    assertThat(rows).allMatch(row -> row.size() == rows.get(0).size());
    assertThat(row(rows, "matrix product 512, 2 threads"))
        .endsWith("150", "180", "75 % of 2 x multiply-add");
    assertThat(row(rows, "lenet round, k = 16"))
        .endsWith("2.11 GFLOP: 118 GFLOP/s, 50 % of 2 x multiply-add; the limit is 8.95 ms");
    assertThat(row(rows, "cge, n = 100"))
        .endsWith("2.00 x read once; 172 MB of rows: 14.4 GB/s, 48 % of reading memory");
    assertThat(row(rows, "cge, n = 1000")).endsWith("left out");
  }

  private static List<String> row(List<List<String>> rows, String figure) {
    return rows.stream().filter(row -> row.get(0).equals(figure)).findFirst().orElseThrow();
  }
}
