package dev.varangian.core.wiring;

import dev.varangian.core.component.Calls;
import dev.varangian.core.component.ComponentException;
import dev.varangian.core.component.InvalidOutputException;
import dev.varangian.core.experiment.Choice;
import dev.varangian.spi.run.Metric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A metric that a component of a run reports.
 *
 * @param choice the component
 * @param column {@code <component>.<name>}, unique in the run
 */
public record ComponentMetric(Choice<?> choice, String column, Metric metric) {

  /**
   * The metrics of a run's components, in the order of their columns: pre-aggregators, filter,
   * faults. The second component named {@code x} is called {@code x-2} in its columns.
   *
   * @throws ComponentException if a component fails or declares two metrics with the same name
   */
  public static List<ComponentMetric> of(Server server, List<ActiveFault> faults) {
    Calls calls = server.components().calls();
    List<ComponentMetric> all = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    server
        .preAggregators()
        .forEach(each -> all.addAll(of(each.choice(), each.rule()::metrics, numbers, calls)));
    all.addAll(of(server.choice(), server.filter()::metrics, numbers, calls));
    for (ActiveFault fault : faults) {
      fault
          .choice()
          .ifPresent(choice -> all.addAll(of(choice, fault.fault()::metrics, numbers, calls)));
    }
    return List.copyOf(all);
  }

  private static List<ComponentMetric> of(
      Choice<?> choice, Supplier<List<Metric>> metrics, Map<String, Integer> numbers, Calls calls) {
    String name = choice.component().name();
    int number = numbers.merge(name, 1, Integer::sum);
    String prefix = number == 1 ? name : name + "-" + number;
    return calls.call(choice, Calls.NO_ROUND, Calls.NO_AGENT, () -> checked(metrics.get())).stream()
        .map(metric -> new ComponentMetric(choice, prefix + "." + metric.name(), metric))
        .toList();
  }

  private static List<Metric> checked(@Nullable List<Metric> metrics) {
    if (metrics == null) { // from third-party code that is not null-checked
      throw new InvalidOutputException("its metrics are null, expected a list");
    }
    Set<String> names = new HashSet<>();
    for (Metric metric : metrics) {
      if (!names.add(metric.name())) {
        throw new InvalidOutputException("it has two metrics called \"" + metric.name() + '"');
      }
    }
    return List.copyOf(metrics);
  }
}
