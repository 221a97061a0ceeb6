package dev.varangian.conformance.check;

import dev.varangian.spi.run.Metric;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Metrics have names of their own, and reading them changes nothing.
 *
 * @param maker creates the component
 * @param metrics what it reports
 */
public record ReportsMetrics<T>(Function<Subject<T>, T> maker, Function<T, List<Metric>> metrics)
    implements Check<T> {

  @Override
  public String claim() {
    return "reports metrics with unique names that read the same twice";
  }

  @Override
  public void on(Subject<T> subject) {
    T component = maker.apply(subject);
    List<Metric> declared = metrics.apply(component);
    Set<String> names = new HashSet<>();
    for (Metric metric : declared) {
      if (!names.add(metric.name())) {
        throw new Violation("two metrics are called " + metric.name(), "unique names");
      }
      if (metric instanceof Metric.Value number) {
        double first = number.value().getAsDouble();
        double second = number.value().getAsDouble();
        if (Double.compare(first, second) != 0) {
          throw new Violation(
              metric.name() + " reads " + first + ", then " + second, "the same number");
        }
      }
    }
  }
}
