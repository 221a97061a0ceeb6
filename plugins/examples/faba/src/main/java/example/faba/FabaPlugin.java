package example.faba;

import dev.varangian.spi.Component;
import dev.varangian.spi.Plugin;
import java.util.List;

/** Declares {@code faba}. */
public final class FabaPlugin implements Plugin {

  @Override
  public List<Component<?>> components() {
    return List.of(
        Component.filter("faba", Faba.class)
            .summary("Removes the vector farthest from the mean, f times, then averages the rest")
            .source("Xia, Tao, Hao, Li 2019, algorithm 1"));
  }
}
