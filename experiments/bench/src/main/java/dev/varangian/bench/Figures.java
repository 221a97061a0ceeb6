package dev.varangian.bench;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What {@code varangian bench} measured.
 *
 * @param threads how many threads all but the first figure had
 * @param fmaGflops what one core computes at most
 * @param readGbps what memory delivers at most
 * @param sgemmGflops the product of two matrices of 512x512
 * @param lenetRoundMs the round, for each batch size
 * @param readOnceMs a norms-only pass over the filters' rows, for each n
 * @param filtersMs each filter's time by name, for each n; empty if it would not finish
 */
public record Figures(
    int threads,
    Spread fmaGflops,
    Spread readGbps,
    Spread sgemmGflops,
    Map<Integer, Spread> lenetRoundMs,
    Map<Integer, Spread> readOnceMs,
    Map<Integer, Map<String, Optional<Spread>>> filtersMs) {

  /** Keeps copies, in ascending order. */
  public Figures {
    lenetRoundMs = Collections.unmodifiableMap(new TreeMap<>(lenetRoundMs));
    readOnceMs = Collections.unmodifiableMap(new TreeMap<>(readOnceMs));
    filtersMs = Collections.unmodifiableMap(new TreeMap<>(filtersMs));
  }
}
