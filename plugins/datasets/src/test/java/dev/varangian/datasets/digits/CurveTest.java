package dev.varangian.datasets.digits;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CurveTest {

  @Test
  void passes_through_its_points() {
    double[] points = {0, 0, 1, 2, 3, 1, 4, 4};

    double[] chain = Curve.through(points);

    int segments = (chain.length / 2 - 1) / 3;
    for (int i = 0; i < 4; i++) {
      assertThat(chain[2 * i * segments]).isCloseTo(points[2 * i], within(1e-12));
      assertThat(chain[2 * i * segments + 1]).isCloseTo(points[2 * i + 1], within(1e-12));
    }
  }

  @Test
  void is_straight_through_two_points() {
    double[] chain = Curve.through(new double[] {1, 2, 3, 6});

    for (int i = 0; i < chain.length; i += 2) {
      assertThat(chain[i + 1]).isCloseTo(2 * chain[i], within(1e-12));
    }
  }

  @Test
  void is_symmetric_under_reversal() {
    double[] there = Curve.through(new double[] {0, 0, 1, 2, 3, 1});
    double[] back = Curve.through(new double[] {3, 1, 1, 2, 0, 0});

    for (int i = 0; i < there.length; i += 2) {
      assertThat(back[back.length - 2 - i]).isCloseTo(there[i], within(1e-12));
      assertThat(back[back.length - 1 - i]).isCloseTo(there[i + 1], within(1e-12));
    }
  }
}
