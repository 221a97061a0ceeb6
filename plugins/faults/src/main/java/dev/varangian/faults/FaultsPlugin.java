package dev.varangian.faults;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares the built-in faults. */
public final class FaultsPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        CoordinateWise.declaration(),
        GradientReverse.declaration(),
        Infinite.declaration(),
        LabelFlip.declaration(),
        NotANumber.declaration(),
        None.declaration(),
        NormConfusing.declaration(),
        RandomVector.declaration(),
        SignFlip.declaration(),
        Silent.declaration(),
        WrongLength.declaration(),
        Zero.declaration());
  }
}
