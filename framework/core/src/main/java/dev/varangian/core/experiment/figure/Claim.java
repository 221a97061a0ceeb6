package dev.varangian.core.experiment.figure;

import java.util.Locale;
import java.util.Map;

/**
 * A claim of a paper about a figure, in a form that can be checked.
 *
 * @param says the text of the claim
 * @param measure the measure of a run that the claim is about
 * @param where the values of swept keys that it covers; all values of keys not listed
 */
public record Claim(String says, Measure measure, Map<String, String> where, Check check) {

  /** A number that summarises a run. */
  public enum Measure {
    /** The mean test accuracy of the last quarter of the rounds. */
    LATE_ACCURACY,
    /** The mean training loss of the last quarter of the rounds. */
    LATE_LOSS,
    /** By how much the largest training loss of the second half exceeds its median. */
    SPIKES;

    /** Returns the measure as written in files. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The condition on the measure's mean over seeds. */
  public sealed interface Check {}

  /** It is at least this. */
  public record AtLeast(double value) implements Check {}

  /** It is at most this far below the fault-free runs. */
  public record NearFaultFree(double margin) implements Check {}

  /**
   * It rises, or falls, from each value of a swept key to the next.
   *
   * @param margin the allowed deviation in the other direction
   */
  public record Along(String key, boolean rising, double margin) implements Check {}
}
