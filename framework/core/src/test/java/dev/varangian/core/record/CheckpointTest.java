package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.simulation.AgentRow;
import dev.varangian.core.simulation.RoundRow;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.TimingRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final SimulationState STATE =
      new SimulationState(
          2,
          new float[] {1, -0f, Float.MIN_VALUE, 3e38f},
          new float[][] {{1, 2}, {3, 4}},
          Map.of("filter a/x", new float[] {0.1f}, "filter a/y", new double[] {1e300, Math.PI}),
          List.of(
              new RoundRow(1, 0.1, Double.NaN, Double.NaN, 1, 2, 0.3, 0),
              new RoundRow(2, 0.2, 0.5, 0.9, 1, 2, Double.NaN, 3)),
          List.of(new AgentRow(1, 0, true, 0.5, 1), new AgentRow(2, 0, true, 0.25, Double.NaN)),
          List.of(new TimingRow(1, 1, 2, 3, 4, 5), new TimingRow(2, 6, 7, 8, 9, 10)),
          123_456_789L);

  @TempDir private Path folder;

  private Checkpoint written() {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint.bin"));
    checkpoint.write(STATE);
    return checkpoint;
  }

  @Test
  void what_is_written_is_read() throws IOException {
    Checkpoint checkpoint = written();
    assertThat(checkpoint.exists()).isTrue();
    SimulationState read = checkpoint.read();
    assertThat(read.round()).isEqualTo(STATE.round());
    assertThat(read.nanoseconds()).isEqualTo(STATE.nanoseconds());
    assertThat(read.weights()).isEqualTo(STATE.weights());
    assertThat(read.averages()).isDeepEqualTo(STATE.averages());
    assertThat(read.memory()).usingRecursiveComparison().isEqualTo(STATE.memory());
    assertThat(read.rounds()).isEqualTo(STATE.rounds());
    assertThat(read.agents()).isEqualTo(STATE.agents());
    assertThat(read.timings()).isEqualTo(STATE.timings());
    checkpoint.remove();
    assertThat(checkpoint.exists()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_file_cut_anywhere_is_told_from_a_whole_one() throws IOException {
    Checkpoint checkpoint = written();
    byte[] whole = Files.readAllBytes(checkpoint.file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(checkpoint.file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(checkpoint::read).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void a_bit_changed_anywhere_is_noticed() throws IOException {
    Checkpoint checkpoint = written();
    byte[] whole = Files.readAllBytes(checkpoint.file());
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      Files.write(checkpoint.file(), changed);
      assertThatThrownBy(checkpoint::read).as("byte %d", i).isInstanceOf(IOException.class);
    }
  }
}
