package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varangian.core.record.Checkpoint;
import dev.varangian.spi.Memory;
import dev.varangian.spi.Points;
import dev.varangian.spi.RowFilter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that goes on from its kept state ends in the bits of one that was never disturbed. */
class ContinuedRunTest {
  private static final int ROUNDS = 7;

  @TempDir private Path folder;

  /** Trusts the agents more and more unevenly, by what it remembers. */
  private record Forgetful(Memory memory) implements RowFilter {

    @Override
    public Needs needs() {
      return Needs.SQUARED_NORMS;
    }

    @Override
    public double[] weights(Points points) {
      double[] seen = memory.doubles("seen", points.count());
      float[] calls = memory.floats("calls", 1);
      calls[0]++;
      double[] weights = new double[points.count()];
      for (int i = 0; i < weights.length; i++) {
        seen[i] = 0.5 * seen[i] + points.squaredNorm(i);
        weights[i] = 1 / (1 + seen[i] * calls[0]);
      }
      return weights;
    }
  }

  private static TestRun fresh() {
    TestRun run = new TestRun(4);
    run.rounds = ROUNDS;
    run.averaging = 0.4;
    run.filter = new Forgetful(run.memory.of("filter forgetful"));
    return run;
  }

  /** Keeps the state after some rounds as a file. */
  private final class Keeper implements StateKeeper {
    private final List<Integer> after;
    private int round;

    Keeper(List<Integer> after) {
      this.after = after;
    }

    @Override
    public boolean isDue() {
      round++;
      return after.contains(round);
    }

    @Override
    public void keep(SimulationState state) {
      file(round).write(state);
    }
  }

  private Checkpoint file(int round) {
    return new Checkpoint(folder.resolve("after-" + round));
  }

  private SimulationState kept(int round) {
    try {
      return file(round).read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void from_any_round_it_ends_in_the_same_bits() {
    try (Workers workers = new Workers(2)) {
      RunResult whole =
          Simulation.run(
              fresh().prepared(),
              workers,
              row -> {},
              Optional.empty(),
              new Keeper(List.of(1, 2, 3, 4, 5, 6, 7)));
      assertThat(file(ROUNDS).exists()).as("nothing is kept of a finished run").isFalse();
      for (int round = 1; round < ROUNDS; round++) {
        List<Integer> told = new ArrayList<>();
        RunResult rest =
            Simulation.run(
                fresh().prepared(),
                workers,
                row -> told.add(row.round()),
                Optional.of(kept(round)),
                StateKeeper.NONE);
        assertThat(rest.weights()).as("after round %d", round).isEqualTo(whole.weights());
        assertThat(rest.rounds()).isEqualTo(whole.rounds());
        assertThat(rest.agents()).isEqualTo(whole.agents());
        assertThat(rest.timings()).hasSize(ROUNDS);
        assertThat(told).hasSize(ROUNDS - round).startsWith(round + 1);
      }
    }
  }

  @Test
  void the_state_of_another_run_is_refused() {
    try (Workers workers = new Workers(1)) {
      Simulation.run(
          fresh().prepared(), workers, row -> {}, Optional.empty(), new Keeper(List.of(2)));
      TestRun other = fresh();
      other.averaging = 0;
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Simulation.run(
                      other.prepared(), workers, row -> {}, Optional.of(kept(2)), StateKeeper.NONE))
          .withMessage("the state is that of another run");
    }
  }
}
