package dev.varangian.datasets;

import dev.varangian.datasets.digits.SyntheticDigits;
import dev.varangian.datasets.image.Cifar10;
import dev.varangian.datasets.image.FashionMnist;
import dev.varangian.datasets.image.Mnist;
import dev.varangian.datasets.partition.Iid;
import dev.varangian.datasets.regression.LeastSquares;
import dev.varangian.datasets.schedule.Constant;
import dev.varangian.datasets.schedule.InverseTime;
import dev.varangian.datasets.schedule.StepDecay;
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
                    + " recognition\""),
        Component.dataset("fashion-mnist", FashionMnist.class)
            .summary("Clothing, 60,000 and 10,000 grey images of 28x28, from IDX files")
            .source(
                "Xiao, Rasul, Vollgraf 2017, \"Fashion-MNIST: a novel image dataset for"
                    + " benchmarking machine learning algorithms\""),
        Component.dataset("cifar10", Cifar10.class)
            .summary("Photographs of ten classes, 50,000 and 10,000 colour images of 32x32")
            .source("Krizhevsky 2009, \"Learning multiple layers of features from tiny images\""),
        Component.dataset("least-squares", LeastSquares.class)
            .summary(
                "A quadratic cost with known optimum, curvature"
                    + " and gradient variance; needs no files")
            .source("Gupta, Liu, Vaidya 2020, the assumptions of Theorem 1"),
        Component.dataset("synthetic-digits", SyntheticDigits.class)
            .summary("Digits drawn from strokes, grey images of 28x28 like MNIST; needs no files"),
        Component.partition("iid", Iid.class)
            .summary("Every agent draws from the whole training set"),
        Component.schedule("constant", Constant.class)
            .summary("The same step size in every round")
            .shorthand("value"),
        Component.schedule("inverse-time", InverseTime.class)
            .summary("In round t, counted from 1: initial / (1 + decay (t-1))")
            .source("Robbins, Monro 1951, \"A stochastic approximation method\""),
        Component.schedule("step", StepDecay.class)
            .summary("In round t, counted from 1: initial factor^floor((t-1)/every)"));
  }
}
