package dev.varangian.benchmarks.peers;

import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** Filters of n vectors with f = n/10, written as ByzFL (LPD-EPFL/byzfl) writes them. */
@FunctionalInterface
interface TorchFilter {
  /** The filter's result for an n x d tensor. */
  Tensor apply(Tensor vectors);

  /** The name of the variant of the median that takes the lower of the middle two. */
  String LOWER_MEDIAN = "lower-median";

  /** Our filter that does the same. */
  static String ourName(String name) {
    return name.equals(LOWER_MEDIAN) ? "median" : name;
  }

  /** Whether it computes what our filter does with its defaults, not only as much. */
  static boolean isSameFunction(String name) {
    return !name.equals(LOWER_MEDIAN);
  }

  /** The filter of this name. */
  static TorchFilter of(String name, int n) {
    int f = n / 10;
    return switch (name) {
      case "cge" -> vectors -> cge(vectors, n - f);
      case "cwtm" -> vectors -> vectors.sort(0, false).get0().narrow(0, f, n - 2L * f).mean(0);
      case "median" ->
          vectors ->
              vectors.sort(0, false).get0().narrow(0, (n - 1) / 2, n % 2 == 0 ? 2 : 1).mean(0);
      case LOWER_MEDIAN -> vectors -> vectors.median(0).get0();
      case "krum" -> vectors -> krum(vectors, n - f - 1);
      case "geomed" -> TorchFilter::weiszfeld;
      default -> throw new IllegalArgumentException("no filter " + name);
    };
  }

  private static Tensor norms(Tensor vectors) {
    return vectors.norm(new ScalarOptional(new Scalar(2f)), 1);
  }

  private static Tensor cge(Tensor vectors, int kept) {
    Tensor order = norms(vectors).argsort();
    return vectors.index_select(0, order.narrow(0, 0, kept)).mean(0);
  }

  /**
   * @param nearest how many of the least distances are added, with that to the vector itself
   */
  private static Tensor krum(Tensor vectors, int nearest) {
    Tensor squared = torch.cdist(vectors, vectors, 2, new LongOptional()).square();
    Tensor scores = squared.sort(1, false).get0().narrow(1, 0, nearest).sum(1);
    return vectors.select(0, scores.argmin().item_long());
  }

  /** 100 steps from the mean. */
  private static Tensor weiszfeld(Tensor vectors) {
    Tensor z = vectors.mean(0);
    for (int step = 0; step < 100; step++) {
      // Freed at once, as Python does, not when all steps are done.
      Tensor difference = vectors.sub(z);
      Tensor weights = norms(difference).clamp_min(new Scalar(0.1f)).reciprocal();
      difference.close();
      Tensor weighted = vectors.mul(weights.unsqueeze(1));
      z = weighted.sum(0).div(weights.sum());
      weighted.close();
    }
    return z;
  }
}
