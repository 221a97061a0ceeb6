package dev.varangian.spi;

import static org.assertj.core.api.Assertions.assertThat;

import dev.varangian.spi.training.Model;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Public, as its classes are what is described. */
public final class PublicApiTest {

  /** One of each thing that can be seen from outside, and some that can't. */
  public interface Shape<T extends Number> extends Comparable<Shape<T>> {
    /** A constant. */
    int SIDES = 4;

    /** To be implemented. */
    List<T> sides(double[] angles);

    /** Implemented. */
    default boolean closed() {
      return true;
    }
  }

  /** A record with a method of its own. */
  public record Point(int x, int y) {
    static Point hidden() {
      return new Point(0, 0);
    }

    /** Its mirror image. */
    public static Point mirror(Point other) {
      return new Point(-other.x, other.y);
    }
  }

  private static List<String> lines(Class<?> type) {
    return PublicApi.of(List.of(type)).stream()
        .map(line -> line.replace("PublicApiTest.", ""))
        .toList();
  }

  @Test
  void whatever_another_package_can_use_or_must_implement_has_a_line() {
    assertThat(lines(Shape.class))
        .containsExactly(
            "Shape: abstract List<T> sides(double[])",
            "Shape: default boolean closed()",
            "Shape: interface Shape<T extends Number> is Comparable<Shape<T>>",
            "Shape: static final int SIDES = 4");
  }

  @Test
  void what_a_record_is_made_of_is_told_and_what_is_hidden_is_not() {
    assertThat(lines(Point.class))
        .containsExactly(
            "Point: int x()",
            "Point: int y()",
            "Point: new(int, int)",
            "Point: record Point (int x, int y)",
            "Point: static Point mirror(Point)");
  }

  @Test
  void classes_of_the_engine_that_a_plugin_meets_belong_to_its_api() {
    assertThat(PublicApi.of(List.of(Model.class)))
        .anyMatch(line -> line.startsWith("tensor.Tensor: "))
        .anyMatch(line -> line.startsWith("tensor.operation.Shape: "));
  }
}
