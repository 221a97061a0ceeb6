package dev.varangian.core.simulation;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import java.util.function.IntUnaryOperator;

/**
 * Reads samples of a run's data set, for one thread. The data set writes into arrays of exactly the
 * size of one sample, so it can't overwrite neighbouring samples.
 */
final class SampleReader {
  private final Calls calls;
  private final Choice<Dataset> choice;
  private final int classes;
  private final float[] input;
  private final float[] target;

  SampleReader(PreparedRun run) {
    this.calls = run.calls();
    this.choice = run.spec().dataset();
    this.classes = run.dataset().classes();
    this.input = new float[run.dataset().inputShape().size()];
    this.target = new float[run.dataset().targetShape().size()];
  }

  /**
   * The arrays that receive samples.
   *
   * @param inputs the inputs, one after another
   * @param targets the targets, one after another
   * @param first the position of the first sample, counted in samples
   */
  record Destination(float[] inputs, float[] targets, int first) {}

  /**
   * Reads samples.
   *
   * @param index maps i to the index in {@code samples} of the i-th sample to read
   * @throws ComponentException if the data set fails, or a class is invalid
   */
  void read(
      Samples samples, IntUnaryOperator index, int count, Destination to, int round, int agent) {
    calls.run(
        choice,
        round,
        agent,
        () -> {
          for (int i = 0; i < count; i++) {
            int sample = index.applyAsInt(i);
            read(samples, sample);
            checkClass(sample);
            int place = to.first() + i;
            System.arraycopy(input, 0, to.inputs(), place * input.length, input.length);
            System.arraycopy(target, 0, to.targets(), place * target.length, target.length);
          }
        });
  }

  /**
   * Checks that the data set is not the cause of what was measured on the samples.
   *
   * @throws ComponentException if one of them has a number that is not finite
   */
  void requireFinite(Samples samples, IntUnaryOperator index, int count, int round, int agent) {
    calls.run(
        choice,
        round,
        agent,
        () -> {
          for (int i = 0; i < count; i++) {
            int sample = index.applyAsInt(i);
            read(samples, sample);
            if (!areFinite(input) || !areFinite(target)) {
              throw new InvalidOutputException(
                  "sample " + sample + " holds a number that is not finite");
            }
          }
        });
  }

  private void read(Samples samples, int sample) {
    samples.readInput(sample, input, 0);
    samples.readTarget(sample, target, 0);
  }

  private void checkClass(int sample) {
    if (classes > 0 && !isClass(target[0], classes)) {
      throw new InvalidOutputException(
          "sample "
              + sample
              + " has the class "
              + target[0]
              + ", expected a whole number from 0 to "
              + (classes - 1));
    }
  }

  /** Whether a target is a valid class, given the number of classes. */
  static boolean isClass(float target, int classes) {
    return target >= 0 && target < classes && target == (int) target;
  }

  private static boolean areFinite(float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        return false;
      }
    }
    return true;
  }
}
