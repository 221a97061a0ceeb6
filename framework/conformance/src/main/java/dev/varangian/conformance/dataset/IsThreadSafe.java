package dev.varangian.conformance.dataset;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Concurrently;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.data.Dataset;
import java.util.Arrays;
import java.util.List;

/** Several threads read the same samples at a time and get the same bits. */
final class IsThreadSafe implements Check<Dataset> {
  private static final int TRIED = 300;

  @Override
  public String claim() {
    return "gives the same samples to many threads";
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
                set.at(indices[i]) + ": read by several threads, its input is another",
                "the same bits");
          }
        }
      }
    }
  }
}
