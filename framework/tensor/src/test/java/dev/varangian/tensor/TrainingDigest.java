package dev.varangian.tensor;

import dev.varangian.tensor.kernels.Kernels;
import dev.varangian.tensor.kernels.columns.Bounds;
import dev.varangian.tensor.kernels.columns.ColumnKernels;
import dev.varangian.tensor.kernels.columns.StackedRows;
import dev.varangian.tensor.kernels.reduction.ReductionKernels;
import dev.varangian.tensor.operation.Mode;
import dev.varangian.tensor.rows.ColumnMean;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;
import java.util.SplittableRandom;

/**
 * Trains small networks, reduces vectors of various lengths and averages columns; prints which
 * kernels were used and a digest of all numbers computed.
 */
final class TrainingDigest {
  private static final int AGENTS = 3;
  private static final int ROUNDS = 3;
  private static final int SAMPLES = 4;

  private final MessageDigest digest;

  private TrainingDigest(MessageDigest digest) {
    this.digest = digest;
  }

  public static void main(String[] arguments) throws NoSuchAlgorithmException {
    TrainingDigest training = new TrainingDigest(MessageDigest.getInstance("SHA-256"));
    training.train(Networks.small(SAMPLES), 0.1f);
    training.reduce();
    System.out.println(Kernels.description());
    System.out.println(HexFormat.of().formatHex(training.digest.digest()));
    training.train(Networks.residual(SAMPLES), 0.5f);
    System.out.println(HexFormat.of().formatHex(training.digest.digest()));
    training.average();
    System.out.println(HexFormat.of().formatHex(training.digest.digest()));
  }

  private void train(Networks.Recorded network, float bound) {
    ReductionKernels kernels = Kernels.active().reductions();
    Plan plan = Plan.of(network.loss(), AGENTS, true);
    Random random = new Random(1);
    int d = network.dimension();
    float[] weights = uniform(random, d, bound);
    float[][] rows = new float[AGENTS][d];
    for (int round = 0; round < ROUNDS; round++) {
      fill(plan.values(network.images()), random);
      float[] classes = plan.values(network.classes());
      for (int i = 0; i < classes.length; i++) {
        classes[i] = random.nextInt(10);
      }
      int now = round;
      plan.forward(weights, AGENTS, new Mode.Training((l, a, i) -> bits(now, l, a, i)));
      plan.backward(rows, 0);
      add(plan.values(network.loss()));
      for (int agent = 0; agent < AGENTS; agent++) {
        float[] next = rows[(agent + 1) % AGENTS];
        add(rows[agent]);
        add(kernels.squaredNorm(rows[agent], 0, d));
        add(kernels.squaredDistance(rows[agent], next, 0, d));
        add(kernels.dot(rows[agent], next, 0, d));
      }
      kernels.weightedSum(new double[] {0.3, -1.7, 1 / 3.0}, rows, rows[1], 0, d);
      kernels.weightedSum(new double[] {1, -0.1}, new float[][] {weights, rows[1]}, weights, 0, d);
      sort(weights, rows[1]);
    }
    evaluate(network, weights, random);
  }

  private static long bits(int round, int layer, int agent, int index) {
    return new SplittableRandom((((31L * round + layer) * 31) + agent) * 65_537 + index).nextLong();
  }

  /** With the statistics of other batches, if the network has any. */
  private void evaluate(Networks.Recorded network, float[] weights, Random random) {
    BatchStatistics statistics = new BatchStatistics(network.loss().tape(), AGENTS);
    if (statistics.layers() == 0) {
      return;
    }
    Plan plan = Plan.of(network.loss(), AGENTS, false);
    fill(plan.values(network.images()), random);
    for (int layer = 0; layer < statistics.layers(); layer++) {
      statistics.observe(layer, plan, weights, 0, AGENTS);
      statistics.finish(layer);
    }
    fill(plan.values(network.images()), random);
    plan.forward(weights, AGENTS, statistics.mode());
    add(plan.values(network.loss()));
  }

  private void sort(float[] x, float[] y) {
    ColumnKernels kernels = Kernels.active().columns();
    int d = x.length;
    int[] keys = new int[2 * ColumnKernels.COLUMNS];
    for (int from = 0; from < d; from += ColumnKernels.COLUMNS) {
      int length = Math.min(ColumnKernels.COLUMNS, d - from);
      kernels.toSortable(x, from, keys, 0, length);
      kernels.toSortable(y, from, keys, ColumnKernels.COLUMNS, length);
      kernels.compareExchange(keys, new int[] {0, 1});
      ByteBuffer bytes = ByteBuffer.allocate(Integer.BYTES * length);
      bytes.asIntBuffer().put(keys, 0, length);
      digest.update(bytes.array());
    }
    float[] sorted = new float[3 * d];
    float[][] rows = {x, y, x};
    int[] three = new int[rows.length * ColumnKernels.COLUMNS];
    for (int from = 0; from < d; from += ColumnKernels.COLUMNS) {
      int length = Math.min(ColumnKernels.COLUMNS, d - from);
      for (int row = 0; row < rows.length; row++) {
        kernels.toSortable(rows[row], from, three, row * ColumnKernels.COLUMNS, length);
      }
      kernels.compareExchange(three, new int[] {0, 1, 1, 2, 0, 1});
      for (int row = 0; row < rows.length; row++) {
        kernels.fromSortable(three, row * ColumnKernels.COLUMNS, sorted, row * d + from, length);
      }
    }
    add(sorted);
    float[] means = new float[d];
    kernels.mean(new StackedRows(sorted, d, d, 2), d, means, 0);
    add(means);
    add(kernels.countBetween(x, 0, new Bounds(sorted, 0, 2 * d), d - 1));
  }

  private void reduce() {
    ReductionKernels kernels = Kernels.active().reductions();
    Random random = new Random(2);
    for (int length : new int[] {1, 15, 16, 33, 4095, 4097, 20_000, 30_001, 50_007}) {
      float[] x = uniform(random, length, 1);
      float[] y = uniform(random, length, 1);
      add(kernels.squaredNorm(x, 0, length));
      add(kernels.squaredDistance(x, y, 0, length));
      add(kernels.dot(x, y, 0, length));
    }
  }

  /** The values nearest to a median, in columns with and without ties. */
  private void average() {
    Random random = new Random(3);
    for (int n : new int[] {1, 2, 7, 10}) {
      int length = 1000 + n;
      float[][] rows = new float[n][];
      for (int row = 0; row < n; row++) {
        rows[row] = uniform(random, length, 1);
        for (int i = 0; i < length; i += 2) {
          rows[row][i] = Math.round(4 * rows[row][i]);
        }
      }
      for (int count = 1; count <= n; count++) {
        ColumnMean mean = ColumnMean.ofNearest(n, count, (n - 1) / 2, n / 2);
        float[] out = new float[length];
        long[] uses = new long[n];
        mean.writeAndCount(rows, 0, length, out, mean.buffer(), uses);
        add(out);
        for (long each : uses) {
          add(each);
        }
      }
    }
  }

  private static float[] uniform(Random random, int length, float bound) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = bound * (2 * random.nextFloat() - 1);
    }
    return values;
  }

  private static void fill(float[] values, Random random) {
    System.arraycopy(uniform(random, values.length, 1), 0, values, 0, values.length);
  }

  private void add(float[] values) {
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    digest.update(bytes.array());
  }

  private void add(double value) {
    digest.update(ByteBuffer.allocate(Double.BYTES).putDouble(value).array());
  }
}
