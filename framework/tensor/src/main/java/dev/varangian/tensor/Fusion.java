package dev.varangian.tensor;

import dev.varangian.tensor.convolution.Conv2d;
import dev.varangian.tensor.convolution.PooledConv2d;
import dev.varangian.tensor.elementwise.Relu;
import dev.varangian.tensor.operation.Operation;
import dev.varangian.tensor.pooling.MaxPool2d;
import java.util.ArrayList;
import java.util.List;

/**
 * Several operations that a plan computes as one, where nothing else uses the results in between.
 */
final class Fusion {

  /** How a plan computes a tensor. */
  record Node(Tensor tensor, Operation operation, List<Tensor> operands) {}

  private final int[] uses;

  private Fusion(List<Tensor> tensors, boolean[] used) {
    this.uses = new int[tensors.size()];
    for (Tensor tensor : tensors) {
      if (used[tensor.index()]) {
        tensor.operands().forEach(operand -> uses[operand.index()]++);
      }
    }
  }

  /** The computations that the plan runs, in their order. */
  static List<Node> of(List<Tensor> tensors, boolean[] used) {
    Fusion fusion = new Fusion(tensors, used);
    boolean[] wanted = used.clone();
    List<Node> nodes = new ArrayList<>();
    for (int index = tensors.size() - 1; index >= 0; index--) {
      Tensor tensor = tensors.get(index);
      Operation operation = tensor.operation();
      if (operation == null || !wanted[index]) {
        continue;
      }
      Node node = new Node(tensor, operation, tensor.operands());
      if (fusion.isPooledConvolution(tensor)) {
        Tensor positive = tensor.operands().get(0);
        Tensor convolved = positive.operands().get(0);
        wanted[positive.index()] = false;
        wanted[convolved.index()] = false;
        if (convolved.operation() instanceof Conv2d convolution) {
          node = new Node(tensor, new PooledConv2d(convolution), convolved.operands());
        }
      }
      nodes.add(0, node);
    }
    return nodes;
  }

  private boolean isPooledConvolution(Tensor tensor) {
    if (!(tensor.operation() instanceof MaxPool2d pool && pool.size() == PooledConv2d.WINDOW)) {
      return false;
    }
    Tensor positive = tensor.operands().get(0);
    return positive.operation() instanceof Relu
        && uses[positive.index()] == 1
        && positive.operands().get(0).operation() instanceof Conv2d
        && uses[positive.operands().get(0).index()] == 1;
  }
}
