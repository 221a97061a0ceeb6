package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Refused;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;

/** The data set opens, and both of its sets have samples. */
final class OpensWithSamples implements Check<Dataset> {

  @Override
  public String claim() {
    return "opens, with training and test samples";
  }

  @Override
  public void on(Subject<Dataset> subject) {
    Dataset dataset;
    try {
      dataset = subject.open();
    } catch (Refused e) {
      throw new Inapplicable("cannot be opened here: " + e.reason());
    }
    for (SampleSet set : SampleSet.of(dataset)) {
      if (set.samples().size() < 1) {
        throw new Violation(
            "it has " + set.samples().size() + " " + set.name() + " samples", "at least 1");
      }
    }
    if (dataset.classes() < 0 || dataset.classes() == 1) {
      throw new Violation(
          "it has " + dataset.classes() + " classes", "at least 2, or 0 if targets are numbers");
    }
    if (dataset.classes() > 0 && dataset.targetShape().size() != 1) {
      throw new Violation(
          "it has classes and targets of shape " + dataset.targetShape(),
          "a single number, the class");
    }
  }
}
