package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in faults. */
public final class FaultsPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.fault("gradient-reverse", GradientReverse.class)
            .summary("Sends its own correct gradient, reversed and scaled up")
            .source("Gupta, Liu, Vaidya 2020, section 3.3")
            .parameters(GradientReverse.Parameters.class),
        Component.fault("label-flip", LabelFlip.class)
            .summary("Learns from flipped labels: y becomes C-1-y for C classes")
            .source("Gupta, Liu, Vaidya 2020, section 3.3"),
        Component.fault("none", None.class)
            .summary("Behaves correctly, though counted among the faulty agents"),
        Component.fault("random", RandomVector.class)
            .summary("Sends independent Gaussian entries")
            .source("Gupta, Liu, Vaidya 2020, section 3.3")
            .parameters(RandomVector.Parameters.class),
        Component.fault("silent", Silent.class)
            .summary("Sends nothing, which counts as the zero vector")
            .source("Gupta, Liu, Vaidya 2020, step S1"));
  }
}
