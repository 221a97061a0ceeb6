package dev.varangian.spi;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpiVersionTest {
  private static final SpiVersion HOST = new SpiVersion(2, 3);

  @Test
  void a_version_is_read_as_it_is_written() {
    assertThat(SpiVersion.of(HOST.toString())).contains(HOST);
    assertThat(SpiVersion.of(" 10.04 ")).contains(new SpiVersion(10, 4));
  }

  @Test
  void what_is_no_version_is_none() {
    for (String text : new String[] {"", "1", "1.", ".1", "1.0.0", "1.x", "-1.0", "1.9999999999"}) {
      assertThat(SpiVersion.of(text)).as(text).isEmpty();
    }
  }

  @Test
  void plugins_for_the_same_or_an_earlier_minor_version_run() {
    assertThat(HOST.runs(new SpiVersion(2, 3))).isTrue();
    assertThat(HOST.runs(new SpiVersion(2, 0))).isTrue();
  }

  @Test
  void plugins_for_a_later_minor_or_another_major_version_do_not() {
    assertThat(HOST.runs(new SpiVersion(2, 4))).isFalse();
    assertThat(HOST.runs(new SpiVersion(1, 3))).isFalse();
    assertThat(HOST.runs(new SpiVersion(3, 0))).isFalse();
  }
}
