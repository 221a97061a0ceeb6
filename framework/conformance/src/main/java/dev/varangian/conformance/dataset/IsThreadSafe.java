package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Concurrently;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;
import java.util.Arrays;
import java.util.List;

/** Several threads that read the same samples concurrently get the same bits. */
final class IsThreadSafe implements Check<Dataset> {
  private static final int TRIED = 300;

  @Override
  public String claim() {
    return "returns the same samples to concurrent threads";
  }

  @Override
  public void on(Subject<Dataset> subject) {
    for (SampleSet set : SampleSet.of(subject.open())) {
      int[] indices = set.spread(TRIED);
      List<float[][]> read =
          Concurrently.run(
              thread -> () -> Arrays.stream(indices).mapToObj(set::input).toArray(float[][]::new));
      for (int i = 0; i < indices.length; i++) {
        float[] alone = set.input(indices[i]);
        for (float[][] beside : read) {
          if (!Arrays.equals(alone, beside[i])) {
            throw new Violation(
                set.at(indices[i]) + ": its input differs when several threads read it",
                "the same bits");
          }
        }
      }
    }
  }
}
