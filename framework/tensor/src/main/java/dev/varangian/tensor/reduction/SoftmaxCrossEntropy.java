package dev.varangian.tensor.reduction;

import dev.varangian.tensor.operation.Operand;
import dev.varangian.tensor.operation.Shape;
import dev.varangian.tensor.operation.SimpleOperation;
import dev.varangian.tensor.operation.Step;
import java.util.Arrays;
import java.util.List;

/**
 * The mean over the samples of -log softmax(scores)[class]; no gradient flows to the classes.
 *
 * <p>Each sample's terms are computed in double, from the differences to the sample's greatest
 * score, so that no finite scores overflow; the mean adds the samples in their order.
 */
public record SoftmaxCrossEntropy() implements SimpleOperation {

  @Override
  public Shape shape(List<Shape> operands) {
    Shape scores = operands.get(0);
    Shape classes = operands.get(1);
    if (scores.rank() != 2 || !classes.equals(Shape.of(scores.dimension(0)))) {
      throw new IllegalArgumentException(
          "softmaxCrossEntropy: scores "
              + scores
              + " and classes "
              + classes
              + ", expected [samples, classes] and [samples]");
    }
    return Shape.of();
  }

  @Override
  public void forward(Step step) {
    Operand scores = step.operand(0);
    int samples = scores.shape().dimension(0);
    int classes = scores.shape().dimension(1);
    for (int agent = 0; agent < step.agents(); agent++) {
      double loss = 0;
      for (int sample = 0; sample < samples; sample++) {
        int row = scores.offset(agent) + sample * classes;
        double greatest = greatest(scores.values(), row, classes);
        loss +=
            StrictMath.log(sumOfExponentials(scores.values(), row, classes, greatest))
                - (scores.values()[row + label(step.operand(1), agent, sample, classes)]
                    - greatest);
      }
      step.result().values()[step.result().offset(agent)] = (float) (loss / samples);
    }
  }

  @Override
  public void backward(Step step) {
    for (int agent = 0; agent < step.agents(); agent++) {
      if (step.operand(0).needsGradient()) {
        scoresGradient(step, agent);
      }
      Operand classes = step.operand(1);
      if (classes.needsGradient()) {
        int from = classes.gradientOffset(agent);
        Arrays.fill(classes.gradient(agent), from, from + classes.shape().size(), 0);
      }
    }
  }

  private static void scoresGradient(Step step, int agent) {
    Operand scores = step.operand(0);
    int samples = scores.shape().dimension(0);
    int classes = scores.shape().dimension(1);
    double upstream =
        step.result().gradient(agent)[step.result().gradientOffset(agent)] / (double) samples;
    float[] gradient = scores.gradient(agent);
    for (int sample = 0; sample < samples; sample++) {
      int row = scores.offset(agent) + sample * classes;
      int to = scores.gradientOffset(agent) + sample * classes;
      double greatest = greatest(scores.values(), row, classes);
      double sum = sumOfExponentials(scores.values(), row, classes, greatest);
      int label = label(step.operand(1), agent, sample, classes);
      for (int i = 0; i < classes; i++) {
        double share = StrictMath.exp(scores.values()[row + i] - greatest) / sum;
        gradient[to + i] = (float) (upstream * (i == label ? share - 1 : share));
      }
    }
  }

  private static double greatest(float[] scores, int row, int classes) {
    double greatest = scores[row];
    for (int i = 1; i < classes; i++) {
      greatest = Math.max(greatest, scores[row + i]);
    }
    return greatest;
  }

  private static double sumOfExponentials(float[] scores, int row, int classes, double greatest) {
    double sum = 0;
    for (int i = 0; i < classes; i++) {
      sum += StrictMath.exp(scores[row + i] - greatest);
    }
    return sum;
  }

  private static int label(Operand classes, int agent, int sample, int count) {
    float label = classes.values()[classes.offset(agent) + sample];
    if (!(label >= 0 && label < count && label == (int) label)) {
      throw new IllegalArgumentException(
          "softmaxCrossEntropy: class "
              + label
              + ", expected a whole number from 0 to "
              + (count - 1));
    }
    return (int) label;
  }
}
