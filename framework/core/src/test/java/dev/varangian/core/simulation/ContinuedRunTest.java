package dev.varangian.core.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.varangian.core.parallel.ThreadTeam;
import dev.varangian.core.record.RunRecording;
import dev.varangian.core.wiring.PreparedRun;
import dev.varangian.spi.context.Memory;
import dev.varangian.spi.fault.Fault;
import dev.varangian.spi.fault.Knowledge;
import dev.varangian.spi.filter.Points;
import dev.varangian.spi.filter.RowFilter;
import dev.varangian.spi.run.RoundRow;
import dev.varangian.spi.run.RunDescription;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A run that goes on from its checkpoint ends in the bytes of one that was never disturbed. */
class ContinuedRunTest {
  private static final int ROUNDS = 7;
  private static final String YAML = "seed: 5\n";

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

  /** Grows louder from round to round, since it remembers how often it was asked. */
  private static Fault growing(Memory memory) {
    return new Faults.Forge(
        Knowledge.OWN_GRADIENT,
        (situation, out) -> {
          double[] asked = memory.doubles("asked", 1);
          asked[0]++;
          out.scale(-asked[0], situation.own());
        });
  }

  private enum Task {
    LEAST_SQUARES,
    SOFTMAX,
    /** With dropout and normalised batches. */
    RESIDUAL,
    /** With a backdoor and a filter that report numbers. */
    METRICS
  }

  private static TestRun fresh() {
    return fresh(Task.LEAST_SQUARES);
  }

  private static TestRun fresh(Task task) {
    if (task == Task.METRICS) {
      TestRun reporting = ComponentMetricsTest.backdoored();
      reporting.rounds = ROUNDS;
      return reporting;
    }
    TestRun run = new TestRun(4);
    if (task == Task.SOFTMAX) {
      run.dataset = ArrayDataset.classification(3, 4, 50, 40);
      run.model = new Models.Linear();
    }
    if (task == Task.RESIDUAL) {
      run.dataset = ArrayDataset.classification(48, 4, 50, 40);
      run.model = new Models.Residual();
    }
    run.rounds = ROUNDS;
    run.averaging = 0.4;
    run.filter = new Forgetful(run.memory.of("filter forgetful"));
    return run.fault(growing(run.memory.of("fault growing")), 1);
  }

  /** What became of an attempt. */
  private record Attempt(List<Integer> told, List<String> notes) {}

  /**
   * Makes a run until it is finished, or interrupted by the listener.
   *
   * @param every the number of rounds between two checkpoints
   * @param until the round after which it is interrupted; {@link #ROUNDS} for not at all
   */
  private static Attempt make(Path path, String yaml, TestRun run, int every, int until) {
    List<Integer> told = new ArrayList<>();
    List<String> notes = new ArrayList<>();
    long[] clock = {0};
    Consumer<RoundRow> listener =
        row -> {
          told.add(row.round());
          clock[0]++;
          // Before the checkpoint of its own round, so one round more sees that of the last.
          if (row.round() == until && until < ROUNDS) {
            throw new CancellationException("killed");
          }
        };
    try (ThreadTeam workers = new ThreadTeam(2);
        RunRecording recording =
            RunRecording.open(
                new RunDescription("run", Map.of(), yaml, path),
                List.of(),
                listener,
                Duration.ofNanos(every),
                () -> clock[0])) {
      PreparedRun prepared = run.prepared();
      Optional<SimulationState> from = recording.resume(prepared, notes::add);
      recording.finish(Simulation.run(prepared, workers, recording, from));
    } catch (CancellationException e) {
      // As a process that was killed.
    }
    return new Attempt(told, notes);
  }

  private static Attempt make(Path path, int every, int until) {
    return make(path, YAML, fresh(), every, until);
  }

  private Path whole() {
    return whole(Task.LEAST_SQUARES);
  }

  private Path whole(Task task) {
    Path path = folder.resolve("whole");
    make(path, YAML, fresh(task), ROUNDS + 1, ROUNDS);
    return path;
  }

  private static Map<String, String> contents(Path run) {
    Map<String, String> contents = new TreeMap<>();
    for (String name : List.of("run.yaml", "metrics.csv", "agents.csv", "weights.npy")) {
      contents.put(name, Arrays.toString(bytes(run.resolve(name))));
    }
    String summary = new String(bytes(run.resolve("summary.json")));
    contents.put(
        "summary.json",
        summary.lines().filter(line -> !line.contains("second")).toList().toString());
    return contents;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path checkpoint(Path run) {
    return run.resolve("checkpoint.bin");
  }

  @ParameterizedTest
  @EnumSource
  void interrupted_after_any_round_it_ends_in_the_same_bytes(Task task) throws IOException {
    Path whole = whole(task);
    for (int every : new int[] {1, 2, 3}) {
      for (int until = 1; until < ROUNDS; until++) {
        Path run = folder.resolve("every-" + every + "-until-" + until);
        make(run, YAML, fresh(task), every, until);
        int kept = (until - 1) / every * every;
        Attempt rest = make(run, YAML, fresh(task), every, ROUNDS);
        if (kept > 0) {
          assertThat(rest.notes()).containsExactly("resuming from round " + kept);
        } else {
          assertThat(rest.notes()).isEmpty();
        }
        assertThat(rest.told()).hasSize(ROUNDS - kept).startsWith(kept + 1);
        assertThat(contents(run)).as("%d of %d", kept, until).isEqualTo(contents(whole));
        assertThat(Files.readAllLines(run.resolve("timings.csv"))).hasSize(1 + ROUNDS);
        assertThat(checkpoint(run)).doesNotExist();
      }
    }
  }

  @Test
  void interrupted_again_and_again_it_ends_in_the_same_bytes() {
    Path run = folder.resolve("run");
    for (int until = 2; until < ROUNDS; until += 2) {
      make(run, 1, until);
    }
    assertThat(make(run, 1, ROUNDS).told()).containsExactly(6, 7);
    assertThat(contents(run)).isEqualTo(contents(whole()));
  }

  @Test
  void a_run_that_ends_sooner_has_no_checkpoint() {
    Path run = folder.resolve("run");
    make(run, ROUNDS - 1, ROUNDS - 1);
    assertThat(checkpoint(run)).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "changed", "empty", "foreign"})
  void a_checkpoint_that_is_damaged_is_told_of_and_the_run_starts_anew(String how)
      throws IOException {
    assertStartsAnew(
        run -> {
          byte[] bytes = bytes(checkpoint(run));
          byte[] half = Arrays.copyOf(bytes, bytes.length / 2);
          bytes[bytes.length / 2] ^= 1;
          byte[] damaged =
              switch (how) {
                case "cut" -> half;
                case "changed" -> bytes;
                case "empty" -> new byte[0];
                default -> "no checkpoint at all, but long enough".getBytes();
              };
          write(checkpoint(run), damaged);
        },
        "it is damaged");
  }

  @Test
  void a_checkpoint_whose_rows_were_changed_is_of_no_use() throws IOException {
    for (String name : List.of("metrics.csv", "agents.csv", "timings.csv")) {
      String reason = "the files of the run have changed since it was written";
      assertStartsAnew(run -> write(run.resolve(name), new byte[0]), reason);
      assertStartsAnew(
          run -> {
            byte[] bytes = bytes(run.resolve(name));
            bytes[20] ^= 1;
            write(run.resolve(name), bytes);
          },
          reason);
    }
  }

  @Test
  void a_checkpoint_of_another_run_is_of_no_use() throws IOException {
    assertStartsAnew(
        run -> {
          Path other = folder.resolve("other");
          make(other, "seed: 6\n", fresh(), 1, 5);
          write(checkpoint(run), bytes(checkpoint(other)));
        },
        "it belongs to another run");
    Supplier<TestRun> plain =
        () -> {
          TestRun run = fresh();
          run.averaging = 0;
          return run;
        };
    assertStartsAnew(run -> make(run, YAML, plain.get(), 1, 5), "it belongs to another run");
  }

  private void assertStartsAnew(Consumer<Path> disturbance, String reason) throws IOException {
    Path run = Files.createTempDirectory(folder, "run");
    make(run, 1, 4);
    disturbance.accept(run);
    Attempt again = make(run, 3, ROUNDS);
    assertThat(again.notes())
        .containsExactly("restarting: " + checkpoint(run) + " cannot be used: " + reason);
    assertThat(again.told()).containsExactly(1, 2, 3, 4, 5, 6, 7);
    assertThat(contents(run)).isEqualTo(contents(whole()));
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void memory_of_another_size_does_not_fit() {
    TestRun run = fresh();
    run.memory.of("other").floats("x", 3);
    for (Object array : new Object[] {new float[2], new double[3]}) {
      assertThat(run.memory.fits(Map.of("other/x", array))).isFalse();
    }
    assertThat(run.memory.fits(Map.of("other/x", new float[3], "later/x", new float[9]))).isTrue();
  }

  @Test
  void a_state_that_does_not_fit_is_rejected() {
    SimulationState state =
        new SimulationState(2, new float[1], new float[0][], Map.of(), Double.NaN, 0);
    try (ThreadTeam workers = new ThreadTeam(1)) {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () ->
                  Simulation.run(
                      fresh().prepared(),
                      workers,
                      (round, agents, timing) -> {},
                      Optional.of(state)))
          .withMessage("the state is that of another run");
    }
  }

  @Test
  void checkpoints_take_a_fiftieth_of_the_time_at_most() {
    long[] clock = {0};
    try (RunRecording recording =
        RunRecording.open(
            new RunDescription("run", Map.of(), YAML, folder.resolve("run")),
            List.of(),
            row -> {},
            Duration.ofNanos(10),
            () -> clock[0]++)) {
      SimulationState state =
          new SimulationState(1, new float[1], new float[0][], Map.of(), Double.NaN, 0);
      recording.keep(state); // takes one tick
      long kept = clock[0] - 1;
      while (!recording.isDue()) {
        assertThat(clock[0] - 1).isLessThan(kept + 50);
      }
      assertThat(clock[0] - 1).isEqualTo(kept + 50);
    }
  }
}
