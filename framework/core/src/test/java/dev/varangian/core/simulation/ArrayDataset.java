package dev.varangian.core.simulation;

import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Dataset;
import dev.varangian.spi.data.Samples;
import dev.varangian.tensor.operation.Shape;

/** A small data set in arrays: an input and a target of numbers for each sample. */
public record ArrayDataset(
    int classes, Shape inputShape, Shape targetShape, Samples training, Samples test)
    implements Dataset {

  /** The samples at the same places of two arrays. */
  record Arrays(float[][] inputs, float[][] targets) implements Samples {
    @Override
    public int size() {
      return inputs.length;
    }

    @Override
    public void readInput(int index, float[] to, int offset) {
      System.arraycopy(inputs[index], 0, to, offset, inputs[index].length);
    }

    @Override
    public void readTarget(int index, float[] to, int offset) {
      System.arraycopy(targets[index], 0, to, offset, targets[index].length);
    }
  }

  /** Random inputs with one number to predict. */
  public static ArrayDataset regression(int inputs, int training, int test) {
    return new ArrayDataset(
        0,
        Shape.of(inputs),
        Shape.of(1),
        random(inputs, 0, training, 1),
        random(inputs, 0, test, 2));
  }

  /** Random inputs of random classes. */
  static ArrayDataset classification(int inputs, int classes, int training, int test) {
    return new ArrayDataset(
        classes,
        Shape.of(inputs),
        Shape.of(),
        random(inputs, classes, training, 1),
        random(inputs, classes, test, 2));
  }

  /** Given inputs of one number with one number to predict, the test set alike. */
  static ArrayDataset line(float[][] inputs, float[][] targets) {
    Samples samples = new Arrays(inputs, targets);
    return new ArrayDataset(0, Shape.of(1), Shape.of(1), samples, samples);
  }

  private static Samples random(int inputs, int classes, int count, int purpose) {
    float[][] x = new float[count][inputs];
    float[][] y = new float[count][1];
    for (int i = 0; i < count; i++) {
      Draws draws = new Randomness(9, "samples").at(new AgentRound(purpose, i));
      for (int j = 0; j < inputs; j++) {
        x[i][j] = (float) draws.gaussian(j);
      }
      y[i][0] = classes == 0 ? (float) draws.gaussian(inputs) : draws.below(classes, inputs);
    }
    return new Arrays(x, y);
  }
}
