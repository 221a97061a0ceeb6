package dev.varangian.datasets;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in data sets, partitions and step-size schedules. */
public final class DatasetsPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.dataset("mnist", Mnist.class)
            .summary("Handwritten digits, 60,000 and 10,000 grey images of 28x28, from IDX files")
            .source(
                "LeCun, Bottou, Bengio, Haffner 1998, \"Gradient-based learning applied to document"
                    + " recognition\"")
            .parameters(Mnist.Parameters.class),
        Component.dataset("synthetic-digits", SyntheticDigits.class)
            .summary("Digits drawn from strokes, grey images of 28x28 like MNIST; needs no files")
            .parameters(SyntheticDigits.Parameters.class),
        Component.partition("iid", Iid.class)
            .summary("Every agent draws from the whole training set"),
        Component.schedule("constant", Constant.class)
            .summary("The same step size in every round")
            .parameters(Constant.Parameters.class)
            .shorthand("value"));
  }
}
