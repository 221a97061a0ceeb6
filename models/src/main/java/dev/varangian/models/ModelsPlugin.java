package dev.varangian.models;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in models. */
public final class ModelsPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.model("lenet", LeNet.class)
            .summary(
                "Two convolutions of 5x5 (20, 50) with max-pooling, then dense layers (500,"
                    + " classes)")
            .source(
                "Gupta, Liu, Vaidya 2020, section 3.4 (431,080 parameters on MNIST); after LeCun et"
                    + " al. 1998, \"Gradient-based learning applied to document recognition\""),
        Component.model("linear-regression", LinearRegression.class)
            .summary("Predicts numbers by x W; its loss, the mean squared error, is convex"),
        Component.model("mlp", Mlp.class)
            .summary("Dense hidden layers with an activation, on inputs of any shape")
            .source(
                "Rumelhart, Hinton, Williams 1986, \"Learning representations by back-propagating"
                    + " errors\""),
        Component.model("softmax-regression", SoftmaxRegression.class)
            .summary("One dense layer from the inputs to the classes; its loss is convex"));
  }
}
