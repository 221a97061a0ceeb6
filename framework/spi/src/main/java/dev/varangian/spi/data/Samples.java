package dev.varangian.spi.data;

/** A finite sequence of samples, each an input and its target. */
public interface Samples {

  /** The number of samples. */
  int size();

  /** Writes the input of sample {@code index}, ready for the model, starting at {@code offset}. */
  void readInput(int index, float[] to, int offset);

  /** Writes the target of sample {@code index}, a class counted from 0 or numbers. */
  void readTarget(int index, float[] to, int offset);
}
