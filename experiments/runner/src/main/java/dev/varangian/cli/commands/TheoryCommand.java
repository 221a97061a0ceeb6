package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.Numbers;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.theory.Assumptions;
import dev.varangian.core.theory.Theorem1;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** {@code varangian theory}: what the CGE paper proves, in numbers. */
@Parameters(separators = "=")
public final class TheoryCommand implements Command {
  private static final int MOST_ROUNDS = 1_000_000;

  @Parameter(description = "")
  private List<String> words = new ArrayList<>();

  @Parameter(names = "--agents", placeholder = "N", description = "Number of agents, n")
  private @Nullable String agents;

  @Parameter(names = "--faulty", placeholder = "F", description = "Number of faulty agents, f")
  private @Nullable String faulty;

  @Parameter(
      names = "--lambda",
      placeholder = "L",
      description = "Strong convexity of the cost, above 0 and at most mu")
  private @Nullable String lambda;

  @Parameter(
      names = "--mu",
      placeholder = "M",
      description = "Lipschitz constant of the cost's gradient")
  private @Nullable String mu;

  @Parameter(
      names = "--sigma",
      placeholder = "S",
      description = "Square root of the bound on the variance of an agent's gradient")
  private @Nullable String sigma;

  @Parameter(
      names = "--step-size",
      placeholder = "E",
      description = "Step size eta, above 0 and below eta_bar")
  private @Nullable String stepSize;

  @Parameter(
      names = "--distance0",
      placeholder = "D",
      description = "Initial distance ||w_0 - w*||, not squared; requires --rounds")
  private @Nullable String distance0;

  @Parameter(
      names = "--rounds",
      placeholder = "T",
      description = "Print the bound on E||w_t - w*||^2 for each t from 0 to T")
  private @Nullable String rounds;

  @Parameter(
      names = "--json",
      description = "Print an object with alpha, eta_bar, rho, m2, floor, eta_star and bound")
  private boolean json;

  // Every command takes these; a formula has no use for them.
  @SuppressWarnings("UnusedVariable")
  @ParametersDelegate
  private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Compute Theorem 1 and Corollary 1 of the CGE paper";
  }

  @Override
  public String details() {
    return "They hold for CGE with the sum of the gradients it keeps.";
  }

  @Override
  public String usage() {
    return "--agents N --faulty F --lambda L --mu M --sigma S --step-size E";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian theory --agents 10 --faulty 1 --lambda 1 --mu 2 --sigma 1 --step-size 0.01",
        "varangian theory --agents 10 --faulty 1 --lambda 1 --mu 2 --sigma 1 --step-size 0.01"
            + " --distance0 5 --rounds 100 --json");
  }

  @Override
  public void run(Console console) {
    if (!words.isEmpty()) {
      throw new UserErrorException(
          "theory takes no arguments, but was given " + String.join(" ", words));
    }
    Assumptions assumptions = assumptions();
    boolean perRound = distance0 != null || rounds != null;
    double distance = 0;
    int last = -1;
    if (perRound) {
      if (distance0 == null || rounds == null) {
        throw new UserErrorException(
            "the bound for each round needs both --distance0 and --rounds");
      }
      distance = Numbers.decimal("--distance0", distance0);
      last = Numbers.whole("--rounds", rounds, 0, MOST_ROUNDS);
      if (distance < 0) {
        throw new UserErrorException(
            "--distance0: expected a number of at least 0, not " + distance0);
      }
      if (!Double.isFinite(distance * distance)) {
        throw new UserErrorException(
            "--distance0: expected a number whose square is a double, so at most 1.3e154, not "
                + distance0);
      }
    }
    List<String> unmet = assumptions.unmet();
    if (!unmet.isEmpty()) {
      throw new UserErrorException(unmet);
    }
    Theorem1 theorem = Theorem1.of(assumptions);
    double[] bound = new double[last + 1];
    for (int t = 0; t <= last; t++) {
      bound[t] = theorem.bound(distance, t);
    }
    console.out().print(json ? json(theorem, bound) : text(theorem, bound));
  }

  private Assumptions assumptions() {
    Map<String, @Nullable String> options = new LinkedHashMap<>();
    options.put("--agents", agents);
    options.put("--faulty", faulty);
    options.put("--lambda", lambda);
    options.put("--mu", mu);
    options.put("--sigma", sigma);
    options.put("--step-size", stepSize);
    List<String> missing =
        options.entrySet().stream()
            .filter(option -> option.getValue() == null)
            .map(Map.Entry::getKey)
            .toList();
    if (!missing.isEmpty()) {
      throw new UserErrorException(
          "missing options: " + String.join(", ", missing) + " (see varangian theory --help)");
    }
    return new Assumptions(
        Numbers.whole("--agents", value(options, "--agents"), 1, Integer.MAX_VALUE),
        Numbers.whole("--faulty", value(options, "--faulty"), 0, Integer.MAX_VALUE),
        Numbers.decimal("--lambda", value(options, "--lambda")),
        Numbers.decimal("--mu", value(options, "--mu")),
        Numbers.decimal("--sigma", value(options, "--sigma")),
        Numbers.decimal("--step-size", value(options, "--step-size")));
  }

  private static String value(Map<String, @Nullable String> options, String name) {
    return Objects.requireNonNull(options.get(name));
  }

  private static Map<String, Double> values(Theorem1 theorem) {
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("alpha", theorem.alpha());
    values.put("eta_bar", theorem.etaBar());
    values.put("rho", theorem.rho());
    values.put("m2", theorem.m2());
    values.put("floor", theorem.floor());
    values.put("eta_star", theorem.etaStar());
    return values;
  }

  private static String json(Theorem1 theorem, double[] bound) {
    List<String> members = new ArrayList<>();
    values(theorem)
        .forEach((name, value) -> members.add('"' + name + "\": " + Numbers.json(value)));
    if (bound.length > 0) {
      members.add("\"bound\": " + Numbers.json(bound));
    }
    return "{" + String.join(", ", members) + "}\n";
  }

  /** Corollary 1 for a few radii. */
  private static List<List<String>> corollary(Theorem1 theorem) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("epsilon", "lim Pr(||w_t - w*||^2 <= epsilon) is at least"));
    if (theorem.floor() == 0) {
      rows.add(List.of("any above 0", "1"));
    } else {
      for (int multiple : new int[] {2, 10, 100}) {
        double epsilon = multiple * theorem.floor();
        rows.add(List.of(Numbers.json(epsilon), Numbers.json(theorem.probability(epsilon))));
      }
    }
    return rows;
  }

  private static String text(Theorem1 theorem, double[] bound) {
    Map<String, String> meanings =
        Map.of(
            "alpha", "the margin lambda/(2 lambda + mu) - f/n",
            "eta_bar", "step sizes below it converge",
            "rho", "E||w_t - w*||^2 <= rho^t ||w_0 - w*||^2 + (1 - rho^t) floor",
            "m2", "M^2, what a round adds",
            "floor", "M^2 / (1 - rho), what remains in the limit",
            "eta_star", "the step size with the smallest floor");
    List<List<String>> rows = new ArrayList<>();
    values(theorem)
        .forEach(
            (name, value) ->
                rows.add(
                    List.of(
                        name, Numbers.json(value), Objects.requireNonNull(meanings.get(name)))));
    StringBuilder text = new StringBuilder(Columns.of(rows));
    text.append('\n').append(Columns.of(corollary(theorem)));
    if (bound.length > 0) {
      text.append("\nt,bound\n");
      for (int t = 0; t < bound.length; t++) {
        text.append(t).append(',').append(Numbers.json(bound[t])).append('\n');
      }
    }
    return text.toString();
  }
}
