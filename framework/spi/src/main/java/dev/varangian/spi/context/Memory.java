package dev.varangian.spi.context;

/**
 * The state of a component between rounds, in arrays by name. An array is all zeros when it is
 * first asked for and the same array ever after in that run, also when the run was stopped and
 * resumed.
 */
public interface Memory {

  /**
   * The array of floats called so.
   *
   * @throws IllegalStateException if the name stands for an array of another type or length
   */
  float[] floats(String name, int length);

  /**
   * The array of doubles called so.
   *
   * @throws IllegalStateException if the name stands for an array of another type or length
   */
  double[] doubles(String name, int length);
}
