package dev.varangian.core.simulation;

import dev.varangian.core.wiring.ActiveFault;
import dev.varangian.spi.context.AgentRound;
import dev.varangian.spi.context.Draws;
import dev.varangian.spi.context.Randomness;
import dev.varangian.spi.data.Partition;
import dev.varangian.spi.fault.DataFault;
import dev.varangian.spi.fault.MessageFault;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;

/**
 * A {@link TestRun} in plain double arithmetic, for linear regression: scores x a + b, loss (x a +
 * b - y)^2, and the test's own faults and weights.
 */
final class SlowSimulation {
  private final TestRun run;
  private final ArrayDataset.Arrays training;
  private final int inputs;
  private final double[][] averages;
  private double[] w;

  /** What should be measured in a round. */
  record Round(
      double trainLoss,
      double honestNorm,
      double updateNorm,
      double faultyWeight,
      int missing,
      double[] norms,
      double testLoss,
      double[] weights) {}

  private SlowSimulation(TestRun run) {
    this.run = run;
    this.training = (ArrayDataset.Arrays) run.dataset.training();
    this.inputs = run.dataset.inputShape().size();
    this.averages = new double[run.agents][inputs + 1];
    this.w = initial();
  }

  static List<Round> run(TestRun run) {
    SlowSimulation simulation = new SlowSimulation(run);
    List<Round> rounds = new ArrayList<>();
    for (int round = 1; round <= run.rounds; round++) {
      rounds.add(simulation.round(round));
    }
    return rounds;
  }

  private double[] initial() {
    double[] initial = new double[inputs + 1];
    double bound = 1 / Math.sqrt(inputs);
    Randomness randomness = new Randomness(run.seed, "initial weights");
    for (int i = 0; i < inputs; i++) {
      initial[i] = bound * (2 * randomness.at(0).uniform(i) - 1);
    }
    initial[inputs] = bound * (2 * randomness.at(1).uniform(0) - 1);
    return initial;
  }

  private Round round(int round) {
    NavigableSet<Integer> faulty = run.prepared().spec().faultyAgents();
    double[] shares = ((Filters.Weighted) run.filter).each();
    double[] filtered = new double[inputs + 1];
    double[] norms = new double[run.agents];
    double trainLoss = 0;
    double honestNorm = 0;
    double faultyWeight = 0;
    int missing = 0;
    for (int agent = 0; agent < run.agents; agent++) {
      double[] gradient = new double[inputs + 1];
      double loss = loss(agent, round, gradient);
      if (faulty.contains(agent)) {
        faultyWeight += shares[agent];
      } else {
        trainLoss += loss / (run.agents - faulty.size());
        honestNorm += norm(gradient) / (run.agents - faulty.size());
      }
      double factor = factor(agent, round);
      missing += factor == 0 ? 1 : 0;
      for (int i = 0; i <= inputs; i++) {
        gradient[i] *= factor;
        averages[agent][i] = run.averaging * averages[agent][i] + (1 - run.averaging) * gradient[i];
        filtered[i] += shares[agent] * averages[agent][i];
      }
      norms[agent] = norm(gradient);
    }
    double[] next = w.clone();
    for (int i = 0; i <= inputs; i++) {
      next[i] -= run.stepSize.at(round) * filtered[i];
    }
    w = next;
    return new Round(
        trainLoss, honestNorm, norm(filtered), faultyWeight, missing, norms, testLoss(), next);
  }

  private double loss(int agent, int round, double[] gradient) {
    Draws draws = new Randomness(run.seed, "batch").at(new AgentRound(round, agent));
    Partition.Part part = run.parts.get(agent);
    double sign =
        run.faults.stream().anyMatch(f -> f.fault() instanceof DataFault && acts(f, agent, round))
            ? -1
            : 1;
    double loss = 0;
    for (int i = 0; i < run.batchSize; i++) {
      int index = part.index(draws.below(part.size(), i));
      float[] x = training.inputs()[index];
      double difference = score(x) - sign * training.targets()[index][0];
      loss += difference * difference / run.batchSize;
      for (int j = 0; j < inputs; j++) {
        gradient[j] += 2 * difference * x[j] / run.batchSize;
      }
      gradient[inputs] += 2 * difference / run.batchSize;
    }
    return loss;
  }

  private double testLoss() {
    ArrayDataset.Arrays test = (ArrayDataset.Arrays) run.dataset.test();
    double loss = 0;
    for (int i = 0; i < test.size(); i++) {
      double difference = score(test.inputs()[i]) - test.targets()[i][0];
      loss += difference * difference / test.size();
    }
    return loss;
  }

  private double score(float[] x) {
    double score = w[inputs];
    for (int j = 0; j < inputs; j++) {
      score += x[j] * w[j];
    }
    return score;
  }

  /** What the agent's gradient is multiplied by; 0 where nothing arrives. */
  private double factor(int agent, int round) {
    for (ActiveFault fault : run.faults) {
      if (acts(fault, agent, round) && fault.fault() instanceof Faults.Scale scale) {
        return scale.factor();
      }
      if (acts(fault, agent, round) && fault.fault() instanceof MessageFault) {
        return 0;
      }
    }
    return 1;
  }

  private static boolean acts(ActiveFault fault, int agent, int round) {
    return fault.agents().contains(agent) && fault.from() <= round && round <= fault.until();
  }

  private static double norm(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += v * v;
    }
    return Math.sqrt(sum);
  }
}
