package dev.varangian.datasets.partition;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.datasets.digits.SyntheticDigits;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.data.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class IidTest {

  @Test
  void every_agent_has_the_whole_training_set() {
    Samples training =
        new SyntheticDigits(new SyntheticDigits.Parameters(1, 7, 1, 0, 1)).training();

    List<Partition.Part> parts = new Iid().split(training, 3);

    assertThat(parts)
        .hasSize(3)
        .allSatisfy(
            part -> {
              assertThat(part.size()).isEqualTo(7);
              assertThat(part.index(6)).isEqualTo(6);
            });
  }
}
