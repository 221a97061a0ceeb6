package dev.varangian.benchmarks.peers;

import dev.varangian.bench.work.FilterCall;
import dev.varangian.bench.work.NormalRows;
import dev.varangian.bench.work.Work;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * What libtorch does: {@code passes K} and {@code undivided K}, LeNet's gradients one agent after
 * the other and in one pass; {@code product SIZE}; {@code FILTER N}. Each is checked against
 * Varangian's result when it is made.
 */
final class TorchWorks implements Works {
  private static final double TOLERANCE = 1e-3;

  private final Catalogue catalogue = Catalogue.discover(List.of());

  TorchWorks(int threads) {
    torch.set_num_threads(threads);
    if (torch.get_num_threads() != threads) {
      throw new IllegalStateException("libtorch runs on " + torch.get_num_threads() + " threads");
    }
  }

  @Override
  public Work of(String name) {
    String[] words = name.split(" ");
    int size = Integer.parseInt(words[1]);
    return switch (words[0]) {
      case "passes" -> TorchLeNet.checked(catalogue, size).passes();
      case "undivided" -> TorchLeNet.checked(catalogue, size).undivided();
      case "product" -> product(size);
      default -> filter(words[0], size);
    };
  }

  private static Work product(int size) {
    Tensor a = torch.rand(size, size);
    Tensor b = torch.rand(size, size);
    Tensor c = torch.empty(size, size);
    return () -> {
      try (PointerScope scope = new PointerScope();
          NoGradGuard guard = new NoGradGuard()) {
        torch.mm_out(c, a, b);
      }
    };
  }

  private Work filter(String name, int n) {
    int d = NormalRows.DIMENSION;
    TorchFilter filter = TorchFilter.of(name, n);
    float[][] rows;
    float[] ours;
    try (ThreadTeam workers = new ThreadTeam(1)) {
      rows = NormalRows.of(n, d, workers);
      FilterCall call =
          FilterCall.of(catalogue, TorchFilter.ourName(name), rows, d, workers).orElseThrow();
      call.once();
      ours = call.out();
    }
    Tensor vectors = Tensors.ofRows(rows, d);
    try (PointerScope scope = new PointerScope();
        NoGradGuard guard = new NoGradGuard()) {
      if (TorchFilter.isSameFunction(name)) {
        Tensors.requireClose(name, Tensors.values(filter.apply(vectors)), ours, d, TOLERANCE);
      }
    }
    return () -> {
      try (PointerScope scope = new PointerScope();
          NoGradGuard guard = new NoGradGuard()) {
        filter.apply(vectors);
      }
    };
  }
}
