package dev.varangian.core.experiment.figure;

import java.util.Locale;
import java.util.Map;

/**
 * Something that a paper says of a figure, in a form that can be checked.
 *
 * @param says in words
 * @param measure of a run
 * @param where the values of swept keys that it is about; of keys not named, all values
 */
public record Claim(String says, Measure measure, Map<String, String> where, Check check) {

  /** A number that sums up a run. */
  public enum Measure {
    /** The mean test accuracy of the last quarter of the rounds. */
    LATE_ACCURACY,
    /** The mean training loss of the last quarter of the rounds. */
    LATE_LOSS,
    /** By how much the greatest training loss of the second half exceeds the median there. */
    SPIKES;

    /** As files write it. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** What is said of the measure, as a mean over seeds. */
  public sealed interface Check {}

  /** It is at least this. */
  public record AtLeast(double value) implements Check {}

  /** It is no more than this below that of the fault-free runs. */
  public record NearFaultFree(double margin) implements Check {}

  /**
   * It rises, or falls, from each value of a swept key to the next.
   *
   * @param margin by so much it may go the other way
   */
  public record Along(String key, boolean rising, double margin) implements Check {}
}
