package dev.varangian.tensor.kernels.elementwise;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** With the Vector API. */
public final class VectorElementwiseKernels implements ElementwiseKernels {
  private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
  private static final ElementwiseKernels REST = new ScalarElementwiseKernels();

  @Override
  public void reluGradient(
      float[] y,
      int yOffset,
      float[] gradient,
      int gradientOffset,
      float[] to,
      int toOffset,
      int length) {
    int whole = FLOATS.loopBound(length);
    FloatVector zero = FloatVector.zero(FLOATS);
    for (int i = 0; i < whole; i += FLOATS.length()) {
      FloatVector value = FloatVector.fromArray(FLOATS, y, yOffset + i);
      FloatVector.fromArray(FLOATS, gradient, gradientOffset + i)
          .blend(zero, value.compare(VectorOperators.LE, zero))
          .intoArray(to, toOffset + i);
    }
    REST.reluGradient(
        y, yOffset + whole, gradient, gradientOffset + whole, to, toOffset + whole, length - whole);
  }
}
