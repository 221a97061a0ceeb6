package dev.varangian.conformance.model;

import dev.varangian.conformance.check.Check;
import dev.varangian.conformance.check.Inapplicable;
import dev.varangian.conformance.check.Subject;
import dev.varangian.conformance.check.Violation;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.training.Model;
import dev.varangian.tensor.Parameter;
import dev.varangian.tensor.Plan;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * The gradient matches finite differences of the loss: for each parameter along the gradient, along
 * random signs, and in single coordinates, including those where it is largest. A parameter is
 * checked at three points, because one may lie at the kink of an activation. Single coordinates are
 * skipped for the largest inputs.
 */
final class HasCorrectGradients implements Check<Model> {
  private static final int SAMPLES = 4;
  private static final int PLACES = 3;
  private static final int LARGEST = 5;
  private static final int RANDOM = 5;

  @Override
  public String claim() {
    return "has gradients that match finite differences";
  }

  @Override
  public void on(Subject<Model> subject) {
    for (Task task : Tasks.of(subject)) {
      require(subject, task, true);
    }
    for (Task task : Tasks.larger(subject)) {
      require(subject, task, false);
    }
  }

  private static void require(Subject<Model> subject, Task task, boolean singles) {
    RecordedModel recorded = new RecordedModel(subject.open(), task, SAMPLES);
    List<Place> places =
        IntStream.range(0, PLACES).mapToObj(variant -> Place.of(recorded, variant)).toList();
    for (Parameter parameter : recorded.parameters()) {
      List<Violation> violations =
          places.stream()
              .flatMap(place -> check(place, parameter, task, singles).stream())
              .toList();
      if (violations.size() == PLACES) {
        throw violations.get(0);
      }
    }
    if (places.stream().noneMatch(Place::canBeSeen)) {
      throw new Inapplicable(task + ": rounding of the loss hides its finite differences");
    }
  }

  /** Weights and a batch, with the loss of the model there. */
  private record Place(Slope slope, float[] gradient) {
    /** Returns whether any slope is larger than rounding; the steepest is checked first. */
    boolean canBeSeen() {
      double squared = 0;
      for (float value : gradient) {
        squared += (double) value * value;
      }
      return slope.canBeSeen(Math.sqrt(squared));
    }

    static Place of(RecordedModel recorded, int variant) {
      Plan plan = recorded.plan(1);
      recorded.fill(plan, 0, variant);
      float[] weights = recorded.weights(variant);
      float[] gradient = new float[recorded.dimension()];
      RecordedModel.run(plan, weights, 1);
      plan.backward(new float[][] {gradient}, 0);
      Slope slope =
          new Slope(
              weights,
              moved -> {
                RecordedModel.run(plan, moved, 1);
                return recorded.losses(plan)[0];
              });
      return new Place(slope, gradient);
    }
  }

  private static Optional<Violation> check(
      Place place, Parameter parameter, Task task, boolean singles) {
    float[] gradient = place.gradient();
    int from = parameter.offset();
    int size = parameter.shape().size();
    String name = task + ": " + parameter.name() + parameter.shape();
    float[] along = new float[gradient.length];
    float[] signs = new float[gradient.length];
    Draws draws = new Randomness(7, "conformance directions").at(from);
    for (int i = 0; i < size; i++) {
      along[from + i] = gradient[from + i];
      signs[from + i] = draws.bits(i) < 0 ? -1 : 1;
    }
    Map<String, float[]> directions = new LinkedHashMap<>();
    for (int i : singles ? coordinates(from, size, gradient) : new int[0]) {
      float[] direction = new float[gradient.length];
      direction[i] = 1;
      directions.put(name + ", number " + (i - from), direction);
    }
    directions.put(name + " along the gradient", unit(along));
    directions.put(name + " along random signs", unit(signs));
    return directions.entrySet().stream()
        .flatMap(each -> check(place, each.getValue(), each.getKey()).stream())
        .findFirst();
  }

  private static int[] coordinates(int from, int size, float[] gradient) {
    Draws draws = new Randomness(7, "conformance coordinates").at(from);
    IntStream largest =
        IntStream.range(from, from + size)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(gradient[i])))
            .limit(LARGEST)
            .mapToInt(i -> i);
    IntStream random = IntStream.range(0, RANDOM).map(i -> from + draws.below(size, i));
    return IntStream.concat(largest, random).distinct().toArray();
  }

  private static float[] unit(float[] direction) {
    double squared = 0;
    for (float value : direction) {
      squared += (double) value * value;
    }
    float[] unit = new float[direction.length];
    for (int i = 0; squared > 0 && i < unit.length; i++) {
      unit[i] = (float) (direction[i] / Math.sqrt(squared));
    }
    return unit;
  }

  private static Optional<Violation> check(Place place, float[] direction, String where) {
    double expected = 0;
    for (int i = 0; i < direction.length; i++) {
      expected += (double) place.gradient()[i] * direction[i];
    }
    List<Double> differences = place.slope().unlike(direction, expected);
    return differences.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Violation(
                where + ": the gradient has " + text(expected),
                "finite differences, which give "
                    + text(differences.get(0))
                    + " to "
                    + text(differences.get(differences.size() - 1))));
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }
}
