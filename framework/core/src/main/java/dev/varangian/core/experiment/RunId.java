package dev.varangian.core.experiment;

import dev.varangian.core.catalogue.plugin.Sha256;
import dev.varangian.core.experiment.yaml.YamlWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The name of a run's folder: its data set, model, filter, faults, n, f and seed, and a hash of
 * everything its results depend on.
 */
public final class RunId {
  private static final int HASH_DIGITS = 10;
  private static final int LONGEST_WORDS = 88;

  private RunId() {}

  public static String of(RunSpec spec) {
    List<String> words = new ArrayList<>();
    words.add(spec.dataset().component().name());
    words.add(spec.model().component().name());
    spec.preAggregators().forEach(choice -> words.add(ComponentText.of(choice)));
    words.add(ComponentText.of(spec.filter()));
    spec.faults().stream()
        .map(assignment -> ComponentText.of(assignment.fault()))
        .distinct()
        .forEach(words::add);
    words.add("n" + spec.agents());
    words.add("f" + spec.faultyAgents().size());
    words.add("seed" + spec.seed());
    String readable =
        String.join("-", words).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.()=_-]+", "_");
    String canonical = YamlWriter.document(Resolved.canonical(spec));
    String hash = Sha256.of(canonical.getBytes(StandardCharsets.UTF_8));
    return readable.substring(0, Math.min(readable.length(), LONGEST_WORDS))
        + "-"
        + hash.substring(0, HASH_DIGITS);
  }
}
