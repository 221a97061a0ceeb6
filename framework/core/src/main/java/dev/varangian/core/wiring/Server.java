package dev.varangian.core.wiring;

import dev.varangian.core.aggregation.ActivePreAggregator;
import dev.varangian.core.aggregation.FilterStage;
import dev.varangian.core.aggregation.FilterTrial;
import dev.varangian.core.aggregation.ReferenceRows;
import dev.varangian.core.component.Calls;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.yaml.Problem;
import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.spi.context.Condition;
import dev.varangian.spi.context.Geometry;
import dev.varangian.spi.filter.GradientFilter;
import dev.varangian.spi.filter.PreAggregator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The server's rules for the vectors that it receives: pre-aggregators and then a filter, all
 * checked to work at their sizes.
 *
 * @param components the run's components, which include them
 * @param received n, the f that the filter is to tolerate, and d
 * @param seen the sizes that the filter sees, after the pre-aggregators
 */
public record Server(
    Components components,
    List<ActivePreAggregator> preAggregators,
    Choice<GradientFilter> choice,
    GradientFilter filter,
    Geometry received,
    Geometry seen) {

  /** Creates and checks the rules of a server. */
  public static Attempt<Server> prepare(
      Components components,
      List<Choice<PreAggregator>> preAggregators,
      Choice<GradientFilter> filter,
      Geometry received) {
    List<ActivePreAggregator> chain = new ArrayList<>();
    Geometry sizes = received;
    for (Choice<PreAggregator> choice : preAggregators) {
      Attempt<ActivePreAggregator> next = preAggregator(components, choice, sizes);
      if (next.value().isEmpty()) {
        return Attempt.refused(next.problems());
      }
      chain.add(next.get());
      int left = ActivePreAggregator.count(chain, received.n(), components.calls());
      sizes = new Geometry(left, received.f(), received.d());
    }
    Geometry seen = sizes;
    return components.attempt(
        filter,
        () -> {
          GradientFilter rule = components.create(filter, seen);
          Server server = new Server(components, List.copyOf(chain), filter, rule, received, seen);
          return Attempt.of(server, server.problems());
        });
  }

  private static Attempt<ActivePreAggregator> preAggregator(
      Components components, Choice<PreAggregator> choice, Geometry sizes) {
    return components.attempt(
        choice,
        () -> {
          PreAggregator rule = components.create(choice, sizes);
          List<Problem> problems = HardBound.check(choice, rule.hardBound(), sizes);
          if (problems.isEmpty() && rule.count() < 1) {
            throw new IllegalArgumentException(
                "it makes " + rule.count() + " mixtures, expected at least 1");
          }
          return Attempt.of(new ActivePreAggregator(rule, choice), problems);
        });
  }

  private List<Problem> problems() {
    List<Problem> problems =
        HardBound.check(
            choice, filter.hardBound(), seen, ActivePreAggregator.after(preAggregators));
    if (problems.isEmpty()) {
      Optional<String> problem = FilterStage.problem(filter, seen.n());
      return problem.stream()
          .map(each -> new Problem(choice.origin(), choice.component().name() + " " + each))
          .toList();
    }
    return problems;
  }

  /** What the filter's published proof requires of n and f. */
  public Condition resilience() {
    return call(Calls.NO_ROUND, filter::resilience);
  }

  /** A warning for the user if the published proof does not cover these sizes. */
  public Optional<String> warning() {
    Condition condition = resilience();
    return condition.met()
        ? Optional.empty()
        : Optional.of(
            "warning: "
                + choice.component().name()
                + " has no resilience guarantee at n = "
                + seen.n()
                + ", f = "
                + seen.f()
                + ActivePreAggregator.after(preAggregators)
                + " (requires "
                + condition.text()
                + ")");
  }

  /** Applies the rules to received vectors. */
  public FilterStage stage(ThreadTeam workers) {
    String name = choice.component().kind().label() + " " + choice.component().name();
    ReferenceRows references =
        ReferenceRows.of(
            filter,
            components.memory().part(name),
            components.memory().part(name + ", kept by the server"),
            received.d());
    return new FilterStage(
        preAggregators,
        filter,
        references,
        components.calls(),
        workers,
        received.n(),
        received.d());
  }

  /**
   * Computes the server's result for a forgery. If the filter fails, the failure names the filter,
   * not the fault.
   *
   * @param faulty the agents that send the forgery, counted from 0
   */
  public FilterTrial trial(Set<Integer> faulty, ThreadTeam workers) {
    return new FilterTrial(
        () -> stage(workers),
        components.memory(),
        received.n(),
        received.d(),
        faulty,
        trial -> components.calls().run(choice, Calls.NO_ROUND, Calls.NO_AGENT, trial));
  }

  /**
   * Runs code that calls the rules. A failure in it names the filter and the round.
   *
   * @param round counted from 1, or {@link Calls#NO_ROUND}
   */
  public <T extends @Nullable Object> T call(int round, Supplier<T> code) {
    return components.calls().call(choice, round, Calls.NO_AGENT, code);
  }

  /** The same for code that returns nothing. */
  public void run(int round, Runnable code) {
    components.calls().run(choice, round, Calls.NO_AGENT, code);
  }
}
