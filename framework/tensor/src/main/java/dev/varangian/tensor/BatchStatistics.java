package dev.varangian.tensor;

import dev.varangian.tensor.normalisation.BatchNorm;
import dev.varangian.tensor.normalisation.Moments;
import dev.varangian.tensor.operation.Mode;
import java.util.List;

/**
 * Estimates what a model's batch normalisations use in evaluation: the mean and the variance (of
 * the population) of each channel over a number of batches.
 *
 * <p>Layer after layer, in their order: all batches go through the model in evaluation, with the
 * statistics of the layers before, up to the layer. So the statistics are those of the model that
 * is evaluated. Batches may be observed in any order and by several threads: the statistics are
 * added up in the order of the batches.
 */
public final class BatchStatistics {
  private final List<Tensor> layers;
  private final int batches;
  private final double[] statistics;

  /** Of the layer that is observed, batch after batch. */
  private final double[] means;

  /** The sums of the squared differences from these. */
  private final double[] squares;

  /**
   * Starts with no batches observed.
   *
   * @param tape that of the model
   * @param batches how many will be observed, at least 1
   */
  public BatchStatistics(Tape tape, int batches) {
    this.layers = tape.batchNorms();
    this.batches = batches;
    this.statistics = new double[tape.statistics()];
    int most = layers.stream().mapToInt(BatchStatistics::channels).max().orElse(0);
    this.means = new double[Math.multiplyExact(batches, most)];
    this.squares = new double[means.length];
  }

  private static int channels(Tensor layer) {
    return BatchNorm.statistics(layer.shape()) / 2;
  }

  /** The number of batch normalisations. */
  public int layers() {
    return layers.size();
  }

  /**
   * Observes batches at a layer of which all earlier ones are {@linkplain #finish finished}.
   *
   * @param plan a plan of the model whose inputs hold the batches, one as each agent's
   * @param first the number of the first of these batches, counted from 0
   * @param count how many batches these are
   */
  public void observe(int layer, Plan plan, float[] weights, int first, int count) {
    Tensor input = layers.get(layer).operands().get(0);
    plan.forward(Weights.shared(weights), count, mode(), input);
    TensorMemory memory = plan.operand(input);
    int channels = channels(layers.get(layer));
    for (int i = 0; i < count; i++) {
      int to = (first + i) * channels;
      int size = input.shape().size();
      Moments.measure(memory.values(), memory.offset(i), size, channels, means, squares, to);
    }
  }

  /** Computes a layer's statistics, when all batches were observed there. */
  public void finish(int layer) {
    int channels = channels(layers.get(layer));
    int offset = layers.subList(0, layer).stream().mapToInt(l -> 2 * channels(l)).sum();
    double each = layers.get(layer).shape().size() / channels;
    for (int c = 0; c < channels; c++) {
      double sum = 0;
      for (int batch = 0; batch < batches; batch++) {
        sum += means[batch * channels + c];
      }
      double mean = sum / batches;
      double squared = 0;
      for (int batch = 0; batch < batches; batch++) {
        double difference = means[batch * channels + c] - mean;
        squared += squares[batch * channels + c] + each * difference * difference;
      }
      statistics[offset + c] = mean;
      statistics[offset + channels + c] = squared / (each * batches);
    }
  }

  /** Evaluation with the statistics of the layers that are finished. */
  public Mode.Evaluation mode() {
    return new Mode.Evaluation(statistics);
  }
}
