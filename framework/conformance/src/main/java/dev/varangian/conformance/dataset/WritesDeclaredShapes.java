package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.data.Dataset;

/** Inputs and targets are written where they belong, all of them and nothing else. */
final class WritesDeclaredShapes implements Check<Dataset> {
  private static final int TRIED = 100;

  @Override
  public String claim() {
    return "writes inputs and targets of the shapes that it says";
  }

  @Override
  public void on(Subject<Dataset> subject) {
    for (SampleSet set : SampleSet.of(subject.open())) {
      for (int index : set.spread(TRIED)) {
        set.input(index);
        set.target(index);
      }
    }
  }
}
