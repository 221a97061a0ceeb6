package example.adaptiveipm;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code adaptive-ipm}. */
public final class AdaptiveIpmPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.fault("adaptive-ipm", AdaptiveIpm.class)
            .summary("Sends the reversed honest mean, scaled to do the most damage to the filter")
            .source("Xie, Koyejo, Gupta 2020; Shejwalkar, Houmansadr 2021, algorithm 1"));
  }
}
