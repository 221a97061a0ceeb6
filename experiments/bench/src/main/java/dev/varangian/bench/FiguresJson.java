package dev.varangian.bench;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The medians as one JSON object. */
public final class FiguresJson {
  /** More digits than any measurement has. */
  private static final MathContext DIGITS = new MathContext(5);

  private FiguresJson() {}

  /** For instance {@code {"fma_gflops": 117.8, …}}. */
  public static String of(Figures figures) {
    return "{\"fma_gflops\": "
        + number(figures.fmaGflops())
        + ", \"read_gbps\": "
        + number(figures.readGbps())
        + ", \"sgemm_512_gflops\": "
        + number(figures.sgemmGflops())
        + ", \"lenet_round_ms\": "
        + object(figures.lenetRoundMs(), FiguresJson::number)
        + ", \"read_once_ms\": "
        + object(figures.readOnceMs(), FiguresJson::number)
        + ", \"filters_ms\": "
        + object(figures.filtersMs(), filters -> object(filters, FiguresJson::orNull))
        + "}";
  }

  private static <V> String object(Map<?, V> map, Function<V, String> value) {
    return map.entrySet().stream()
        .map(entry -> "\"" + entry.getKey() + "\": " + value.apply(entry.getValue()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  private static String orNull(Optional<Spread> spread) {
    return spread.map(FiguresJson::number).orElse("null");
  }

  private static String number(Spread spread) {
    return new BigDecimal(spread.median()).round(DIGITS).stripTrailingZeros().toPlainString();
  }
}
