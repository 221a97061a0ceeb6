package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Vectors;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;
import java.util.Arrays;
import java.util.List;

/** Opened again, the data set has the same samples to the bit. */
final class IsReproducible implements Check<Dataset> {
  private static final int TRIED = 200;

  @Override
  public String claim() {
    return "is the same when opened again";
  }

  @Override
  public void on(Subject<Dataset> subject) {
    Dataset first = subject.open();
    Dataset second = subject.open();
    if (!first.inputShape().equals(second.inputShape())
        || first.classes() != second.classes()
        || !first.targetShape().equals(second.targetShape())) {
      throw new Violation("its shapes or classes differ", "the same shapes and classes");
    }
    List<SampleSet> sets = SampleSet.of(first);
    List<SampleSet> again = SampleSet.of(second);
    for (int s = 0; s < sets.size(); s++) {
      SampleSet set = sets.get(s);
      if (set.samples().size() != again.get(s).samples().size()) {
        throw new Violation(
            "it has " + again.get(s).samples().size() + " " + set.name() + " samples",
            set.samples().size() + ", as before");
      }
      int[] indices = set.spread(TRIED);
      for (int i = 0; i < indices.length; i++) {
        // In reverse the second time: samples must not depend on what was read before.
        again.get(s).input(indices[indices.length - 1 - i]);
      }
      for (int index : indices) {
        require(set.at(index) + ": its input", set.input(index), again.get(s).input(index));
        require(set.at(index) + ": its target", set.target(index), again.get(s).target(index));
      }
    }
  }

  private static void require(String what, float[] before, float[] after) {
    int place = Arrays.mismatch(before, after);
    if (place >= 0) {
      throw new Violation(
          what + " has " + Vectors.text(after[place]) + " in place " + place,
          Vectors.text(before[place]) + ", as the first time");
    }
  }
}
