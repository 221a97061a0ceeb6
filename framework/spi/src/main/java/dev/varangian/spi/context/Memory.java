package dev.varangian.spi.context;

/**
 * The state of a component between rounds, in named arrays. An array is all zeros when it is first
 * requested. Later requests in the same run return the same array, and its contents survive
 * stopping and resuming the run.
 */
public interface Memory {

  /**
   * The array of floats with this name.
   *
   * @throws IllegalStateException if the name stands for an array of another type or length
   */
  float[] floats(String name, int length);

  /**
   * The array of doubles with this name.
   *
   * @throws IllegalStateException if the name stands for an array of another type or length
   */
  double[] doubles(String name, int length);
}
