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
  PRE_AGGREGATORS(Kind.PRE_AGGREGATOR, true),
  FILTER(Kind.FILTER),
  PARTITION(Kind.PARTITION),
  EVALUATE_EVERY,
  SINKS(Kind.SINK, true),
  SWEEP;

  /** The key that marks a file as a figure. */
  public static final String FIGURE = "figure";

  private final Optional<Kind> kind;
  private final boolean list;

  Key() {
    this.kind = Optional.empty();
    this.list = false;
  }

  Key(Kind kind) {
    this(kind, false);
  }

  Key(Kind kind, boolean list) {
    this.kind = Optional.of(kind);
    this.list = list;
  }

  /** Returns the key as written in files. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of component that stands there; empty for other values and for lists. */
  public Optional<Kind> kind() {
    return kind.filter(one -> !list);
  }

  /** The kind of component of which a list stands there; empty for other values. */
  public Optional<Kind> listOf() {
    return kind.filter(several -> list);
  }

  /** The key at which a component of this kind, or a list of them, stands. */
  public static Optional<Key> ofKind(Kind kind) {
    return Arrays.stream(values())
        .filter(key -> key.kind.filter(kind::equals).isPresent())
        .findFirst();
  }

  /** Returns whether it may be swept. */
  public boolean canBeSwept() {
    return this != NAME && this != SINKS && this != SWEEP;
  }

  public static Optional<Key> of(String label) {
    return Arrays.stream(values()).filter(key -> key.label().equals(label)).findFirst();
  }

  public static List<String> labels() {
    return Arrays.stream(values()).map(Key::label).toList();
  }
}
