package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.spi.data.Dataset;

/** Inputs and targets fill exactly the declared number of cells. */
final class WritesDeclaredShapes implements Check<Dataset> {
  private static final int TRIED = 100;

  @Override
  public String claim() {
    return "writes inputs and targets of the declared shapes";
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
