package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;

/** Inputs are finite, and targets are valid classes or finite numbers. */
final class HasValidValues implements Check<Dataset> {
  private static final int INPUTS = 500;
  private static final int TARGETS = 200_000;

  @Override
  public String claim() {
    return "has finite inputs and valid labels";
  }

  @Override
  public void on(Subject<Dataset> subject) {
    Dataset dataset = subject.open();
    for (SampleSet set : SampleSet.of(dataset)) {
      for (int index : set.spread(INPUTS)) {
        requireFinite(set.at(index) + ": its input", set.input(index));
      }
      for (int index : set.spread(TARGETS)) {
        float[] target = set.target(index);
        if (dataset.classes() == 0) {
          requireFinite(set.at(index) + ": its target", target);
        } else if (target[0] != (int) target[0]
            || target[0] < 0
            || target[0] >= dataset.classes()) {
          throw new Violation(
              set.at(index) + " has the label " + Vectors.text(target[0]),
              "one from 0 to " + (dataset.classes() - 1));
        }
      }
    }
  }

  private static void requireFinite(String what, float[] values) {
    int place = Vectors.notFinite(values);
    if (place >= 0) {
      throw new Violation(
          what + " has " + Vectors.text(values[place]) + " in place " + place, "finite numbers");
    }
  }
}
