package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in faults. */
public final class FaultsPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.fault("coordinate-wise", CoordinateWise.class)
            .summary("Sends the f-th smallest honest value in each coordinate")
            .source("Gupta, Liu, Vaidya 2020, section 3.3"),
        Component.fault("gradient-reverse", GradientReverse.class)
            .summary("Sends its own correct gradient, reversed and scaled up")
            .source("Gupta, Liu, Vaidya 2020, section 3.3")
            .parameters(GradientReverse.Parameters.class),
        Component.fault("inf", Infinite.class)
            .summary("Sends infinity in every coordinate, which counts as missing"),
        Component.fault("label-flip", LabelFlip.class)
            .summary("Learns from flipped labels: y becomes C-1-y for C classes")
            .source("Gupta, Liu, Vaidya 2020, section 3.3"),
        Component.fault("nan", NotANumber.class)
            .summary("Sends NaN in every coordinate, which counts as missing"),
        Component.fault("none", None.class)
            .summary("Behaves correctly, though counted among the faulty agents"),
        Component.fault("norm-confusing", NormConfusing.class)
            .summary("Sends its own gradient reversed, as long as the (f+1)-th longest honest one")
            .source("Gupta, Liu, Vaidya 2020, section 3.3"),
        Component.fault("random", RandomVector.class)
            .summary("Sends independent Gaussian entries")
            .source("Gupta, Liu, Vaidya 2020, section 3.3")
            .parameters(RandomVector.Parameters.class),
        Component.fault("sign-flip", SignFlip.class)
            .summary("Sends the honest mean, or its own gradient, with the sign flipped")
            .source("Allen-Zhu et al. 2021; variants as in ByzFL, ByzPy and epfml")
            .parameters(SignFlip.Parameters.class),
        Component.fault("silent", Silent.class)
            .summary("Sends nothing, which counts as the zero vector")
            .source("Gupta, Liu, Vaidya 2020, step S1"),
        Component.fault("wrong-length", WrongLength.class)
            .summary("Sends a vector of d-1 numbers, which counts as missing"),
        Component.fault("zero", Zero.class).summary("Sends the zero vector"));
  }
}
