package dev.varangian.tensor.kernels;

import dev.varangian.tensor.kernels.columns.VectorColumnKernels;
import dev.varangian.tensor.kernels.convolution.VectorConvolutionKernels;
import dev.varangian.tensor.kernels.elementwise.VectorElementwiseKernels;
import dev.varangian.tensor.kernels.matrix.VectorMatrixKernels;
import dev.varangian.tensor.kernels.reduction.VectorReductionKernels;
import java.util.function.Supplier;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;

/**
 * The kernels with the Vector API, at the width that the CPU prefers; no other float species may be
 * initialised beside it (on Java 17 a second one makes accumulators escape to the heap).
 */
final class VectorKernels implements Supplier<Kernels> {

  @Override
  public Kernels get() {
    int lanes = FloatVector.SPECIES_PREFERRED.length();
    if (lanes < 4 || 16 % lanes != 0 || DoubleVector.SPECIES_PREFERRED.length() * 2 != lanes) {
      throw new IllegalStateException("no kernels for vectors of " + lanes + " floats");
    }
    return new Kernels(
        lanes,
        new VectorMatrixKernels(),
        new VectorConvolutionKernels(),
        new VectorElementwiseKernels(),
        new VectorReductionKernels(),
        new VectorColumnKernels());
  }
}
