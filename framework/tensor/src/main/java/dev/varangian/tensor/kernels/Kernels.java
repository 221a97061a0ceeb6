package dev.varangian.tensor.kernels;

import dev.varangian.tensor.kernels.columns.ColumnKernels;
import dev.varangian.tensor.kernels.columns.ScalarColumnKernels;
import dev.varangian.tensor.kernels.convolution.ConvolutionKernels;
import dev.varangian.tensor.kernels.convolution.ScalarConvolutionKernels;
import dev.varangian.tensor.kernels.elementwise.ElementwiseKernels;
import dev.varangian.tensor.kernels.elementwise.ScalarElementwiseKernels;
import dev.varangian.tensor.kernels.matrix.MatrixKernels;
import dev.varangian.tensor.kernels.matrix.ScalarMatrixKernels;
import dev.varangian.tensor.kernels.reduction.ReductionKernels;
import dev.varangian.tensor.kernels.reduction.ScalarReductionKernels;

/**
 * The primitives of the engine, for use inside it. Every sum has one fixed order, so the scalar
 * kernels and those with the Vector API give the same bits, whatever the vector width.
 *
 * @param lanes the number of floats in a vector register; 1 for scalar kernels
 * @param matrices the matrix product
 * @param convolutions the sums of convolutions
 * @param elementwise what is computed element by element
 * @param reductions norms, distances and weighted sums of rows
 * @param columns sorted columns and means of them
 */
public record Kernels(
    int lanes,
    MatrixKernels matrices,
    ConvolutionKernels convolutions,
    ElementwiseKernels elementwise,
    ReductionKernels reductions,
    ColumnKernels columns) {

  /** The kernels of this JVM, chosen once. */
  public static Kernels active() {
    return KernelChoice.KERNELS;
  }

  /** Which kernels were chosen and why, for instance {@code vector, 512 bit}. */
  public static String description() {
    return KernelChoice.DESCRIPTION;
  }

  /** The kernels without the Vector API. */
  static Kernels scalar() {
    return new Kernels(
        1,
        new ScalarMatrixKernels(),
        new ScalarConvolutionKernels(),
        new ScalarElementwiseKernels(),
        new ScalarReductionKernels(),
        new ScalarColumnKernels());
  }
}
