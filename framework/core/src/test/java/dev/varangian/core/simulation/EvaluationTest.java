package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.varangian.core.parallel.ThreadTeam;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
  private static final int INPUTS = 4;
  private static final int CLASSES = 3;

  private static Evaluation.Measured measure(int samples, int threads, float[] weights) {
    TestRun run = new TestRun(2);
    run.dataset = ArrayDataset.classification(INPUTS, CLASSES, 50, samples);
    run.model = new Models.Linear();
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      return new Evaluation(run.prepared(), workers).measure(weights, 1);
    }
  }

  private static ArrayDataset.Arrays test(int samples) {
    return (ArrayDataset.Arrays) ArrayDataset.classification(INPUTS, CLASSES, 50, samples).test();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 100})
  void loss_and_accuracy_are_those_of_the_plain_recomputation(int samples) {
    float[] weights = new float[16];
    Random random = new Random(8);
    for (int i = 0; i < 15; i++) {
      weights[i] = (float) random.nextGaussian();
    }
    double loss = 0;
    int right = 0;
    ArrayDataset.Arrays test = test(samples);
    for (int i = 0; i < samples; i++) {
      double[] scores = new double[CLASSES];
      int best = 0;
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        scores[c] = weights[INPUTS * CLASSES + c];
        for (int j = 0; j < INPUTS; j++) {
          scores[c] += test.inputs()[i][j] * weights[j * CLASSES + c];
        }
        sum += Math.exp(scores[c]);
        best = scores[c] > scores[best] ? c : best;
      }
      int label = (int) test.targets()[i][0];
      loss += (Math.log(sum) - scores[label]) / samples;
      right += best == label ? 1 : 0;
    }
    for (int threads = 1; threads <= 3; threads++) {
      Evaluation.Measured measured = measure(samples, threads, weights);
      assertThat(measured.loss()).isCloseTo(loss, within(1e-5));
      assertThat(measured.accuracy()).isEqualTo(right / (double) samples);
    }
  }

  /** The inputs of training samples from number 1,024 on are ten times as large. */
  @Test
  void batches_are_normalised_as_the_first_1024_training_samples() {
    ArrayDataset data = ArrayDataset.classification(INPUTS, CLASSES, 1030, 20);
    float[][] training = ((ArrayDataset.Arrays) data.training()).inputs();
    for (int i = 1024; i < training.length; i++) {
      for (int j = 0; j < INPUTS; j++) {
        training[i][j] *= 10;
      }
    }
    TestRun run = new TestRun(2);
    run.dataset = data;
    run.model = new Models.Normalised();
    // Scale, shift, the matrix and the biases.
    float[] weights = new float[32];
    for (int i = 0; i < 2 * INPUTS + INPUTS * CLASSES; i++) {
      weights[i] = i < INPUTS ? 1 : i < 2 * INPUTS ? 0 : (i % 7 - 3) / 3f;
    }
    double loss = 0;
    float[][] test = ((ArrayDataset.Arrays) data.test()).inputs();
    for (int i = 0; i < test.length; i++) {
      double[] scores = new double[CLASSES];
      double sum = 0;
      for (int c = 0; c < CLASSES; c++) {
        for (int j = 0; j < INPUTS; j++) {
          scores[c] += normalised(test[i][j], training, j) * weights[8 + j * CLASSES + c];
        }
        sum += Math.exp(scores[c]);
      }
      loss +=
          (Math.log(sum) - scores[(int) ((ArrayDataset.Arrays) data.test()).targets()[i][0]]) / 20;
    }
    for (int threads = 1; threads <= 3; threads++) {
      try (ThreadTeam workers = new ThreadTeam(threads)) {
        assertThat(new Evaluation(run.prepared(), workers).measure(weights, 1).loss())
            .isCloseTo(loss, within(1e-5));
      }
    }
  }

  private static double normalised(double x, float[][] inputs, int column) {
    double mean = 0;
    double square = 0;
    for (int i = 0; i < 1024; i++) {
      mean += inputs[i][column] / 1024.0;
      square += (double) inputs[i][column] * inputs[i][column] / 1024;
    }
    return (x - mean) / Math.sqrt(square - mean * mean + 1e-5);
  }

  @Test
  void of_equal_scores_the_first_counts() {
    float[] weights = new float[16];
    assertThat(measure(60, 2, weights).accuracy()).isEqualTo(share(60, 0));
    // The biases come last.
    weights[13] = 1;
    weights[14] = 1;
    assertThat(measure(60, 2, weights).accuracy()).isEqualTo(share(60, 1));
  }

  private static double share(int samples, int label) {
    int count = 0;
    for (float[] target : test(samples).targets()) {
      count += target[0] == label ? 1 : 0;
    }
    return count / (double) samples;
  }
}
