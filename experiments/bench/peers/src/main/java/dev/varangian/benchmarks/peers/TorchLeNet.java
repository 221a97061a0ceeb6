package dev.varangian.benchmarks.peers;

import dev.varangian.bench.work.LeNetRound;
import dev.varangian.bench.work.Work;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Partition;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;

/**
 * LeNet in libtorch, with the weights and batches of the first round of ours. libtorch keeps
 * channels before rows and columns, and dense weights transposed.
 */
final class TorchLeNet {
  private static final int AGENTS = LeNetRound.AGENTS;
  private static final int SIDE = 28;
  private static final double TOLERANCE = 1e-3;

  private final Tensor[] parameters;
  private final Tensor[] images;
  private final Tensor[] classes;
  private final Tensor allImages;
  private final Tensor allClasses;
  private final Tensor rows;

  private TorchLeNet(float[] weights, PreparedRun run, int batchSize) {
    this.parameters = parameters(weights);
    this.images = new Tensor[AGENTS];
    this.classes = new Tensor[AGENTS];
    this.rows = torch.zeros(AGENTS, run.dimension());
    int pixels = SIDE * SIDE;
    float[] inputs = new float[AGENTS * batchSize * pixels];
    float[] targets = new float[AGENTS * batchSize];
    for (int agent = 0; agent < AGENTS; agent++) {
      Partition.Part part = run.parts().get(agent);
      Draws draws = new Randomness(run.spec().seed(), "batch").at(new AgentRound(1, agent));
      for (int i = 0; i < batchSize; i++) {
        int place = agent * batchSize + i;
        int index = part.index(draws.below(part.size(), i));
        run.dataset().training().readInput(index, inputs, place * pixels);
        run.dataset().training().readTarget(index, targets, place);
      }
    }
    long[] labels = new long[targets.length];
    Arrays.setAll(labels, i -> (long) targets[i]);
    this.allImages = AbstractTensor.create(inputs, AGENTS * batchSize, 1, SIDE, SIDE);
    this.allClasses = AbstractTensor.create(labels, AGENTS * batchSize);
    for (int agent = 0; agent < AGENTS; agent++) {
      images[agent] = allImages.narrow(0, (long) agent * batchSize, batchSize);
      classes[agent] = allClasses.narrow(0, (long) agent * batchSize, batchSize);
    }
  }

  /**
   * With batches of k = {@code batchSize}, after comparing the first agent's gradient with ours.
   *
   * @throws IllegalStateException if it differs
   */
  static TorchLeNet checked(Catalogue catalogue, int batchSize) {
    try (ThreadTeam workers = new ThreadTeam(1)) {
      LeNetRound round = new LeNetRound(catalogue, batchSize, workers);
      round.once();
      float[] weights = round.stage().weights();
      TorchLeNet lenet = new TorchLeNet(weights, round.run(), batchSize);
      lenet.passes().once();
      int d = round.run().dimension();
      float[] theirs = Tensors.values(lenet.rows.select(0, 0));
      float[] ours =
          flat(Arrays.stream(parameters(round.stage().rows()[0])).map(Tensors::values).toList());
      Tensors.requireClose("lenet's gradient", theirs, ours, d, TOLERANCE);
      return lenet;
    }
  }

  private static float[] flat(List<float[]> parts) {
    float[] flat = new float[parts.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parts) {
      System.arraycopy(part, 0, flat, at, part.length);
      at += part.length;
    }
    return flat;
  }

  /** Our weight vector, or a gradient laid out like it, as libtorch's parameters. */
  private static Tensor[] parameters(float[] vector) {
    List<Tensor> tensors = new ArrayList<>();
    int at = 0;
    at = take(vector, at, tensors, new long[] {20, 5, 5, 1}, 0, 3, 1, 2);
    at = take(vector, at, tensors, new long[] {20}, 0);
    at = take(vector, at, tensors, new long[] {50, 5, 5, 20}, 0, 3, 1, 2);
    at = take(vector, at, tensors, new long[] {50}, 0);
    at = take(vector, at, tensors, new long[] {4, 4, 50, 500}, 3, 2, 0, 1);
    tensors.set(4, tensors.get(4).reshape(500, 800));
    at = take(vector, at, tensors, new long[] {500}, 0);
    at = take(vector, at, tensors, new long[] {500, 10}, 1, 0);
    take(vector, at, tensors, new long[] {10}, 0);
    tensors.forEach(tensor -> tensor.set_requires_grad(true));
    return tensors.toArray(Tensor[]::new);
  }

  private static int take(
      float[] vector, int at, List<Tensor> tensors, long[] shape, long... order) {
    int size = (int) Arrays.stream(shape).reduce(1, (a, b) -> a * b);
    float[] values = Arrays.copyOfRange(vector, at, at + size);
    tensors.add(AbstractTensor.create(values, shape).permute(order).contiguous());
    return at + size;
  }

  private Tensor loss(Tensor images, Tensor classes) {
    Tensor x = convolution(images, 0);
    x = convolution(x, 2).reshape(-1, 800);
    x = torch.linear(x, parameters[4], new TensorOptional(parameters[5])).relu();
    x = torch.linear(x, parameters[6], new TensorOptional(parameters[7]));
    return torch.cross_entropy_loss(x, classes);
  }

  private Tensor convolution(Tensor images, int parameter) {
    TensorOptional bias = new TensorOptional(parameters[parameter + 1]);
    long[] ones = {1, 1};
    return torch.max_pool2d(
        torch.conv2d(images, parameters[parameter], bias, ones, new long[] {0, 0}, ones, 1).relu(),
        2,
        2);
  }

  /** The gradients one agent after the other, each copied into its agent's row. */
  Work passes() {
    return () -> {
      for (int agent = 0; agent < AGENTS; agent++) {
        gradient(images[agent], classes[agent], agent);
      }
    };
  }

  /** One gradient of all samples, copied into a row. */
  Work undivided() {
    return () -> gradient(allImages, allClasses, 0);
  }

  private void gradient(Tensor images, Tensor classes, int row) {
    try (PointerScope scope = new PointerScope()) {
      TensorVector gradients =
          torch.grad(new TensorVector(loss(images, classes)), new TensorVector(parameters));
      Tensor to = rows.select(0, row);
      long at = 0;
      for (int i = 0; i < parameters.length; i++) {
        long size = parameters[i].numel();
        to.narrow(0, at, size).copy_(gradients.get(i).reshape(-1));
        at += size;
      }
    }
  }
}
