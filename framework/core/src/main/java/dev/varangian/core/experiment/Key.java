package dev.varangian.core.experiment;

import dev.varangian.spi.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The keys of an experiment file, in the order in which a resolved one is written. */
public enum Key {
  NAME,
  SEED,
  MODEL(Kind.MODEL),
  DATASET(Kind.DATASET),
  AGENTS,
  FAULTY,
  FAULT(Kind.FAULT),
  FAULTS,
  TOLERANCE,
  BATCH_SIZE,
  ROUNDS,
  STEP_SIZE(Kind.SCHEDULE),
  AVERAGING,
  PRE_AGGREGATORS,
  FILTER(Kind.FILTER),
  PARTITION(Kind.PARTITION),
  EVALUATE_EVERY,
  SWEEP;

  /** The key that marks a file as a figure. */
  public static final String FIGURE = "figure";

  private final Optional<Kind> kind;

  Key() {
    this.kind = Optional.empty();
  }

  Key(Kind kind) {
    this.kind = Optional.of(kind);
  }

  /** Returns the key as written in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Returns the kind of component under this key; empty for other values. */
  public Optional<Kind> kind() {
    return kind;
  }

  /** Returns whether it may be swept. */
  public boolean canBeSwept() {
    return this != NAME && this != SWEEP;
  }

  public static Optional<Key> of(String label) {
    return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(Key::label).toList();
  }
}
