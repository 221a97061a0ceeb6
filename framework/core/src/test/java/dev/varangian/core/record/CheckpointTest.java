package dev.varangian.core.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.varangian.core.file.GrowingFile;
import dev.varangian.core.simulation.SimulationState;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointTest {
  private static final SimulationState STATE =
      new SimulationState(
          2,
          new float[] {1, -0f, Float.MIN_VALUE, 3e38f},
          new float[][] {{1, 2}, {3, 4}},
          Map.of("filter a/x", new float[] {0.1f}, "filter a/y", new double[] {1e300, Math.PI}),
          0.96875,
          123_456_789L);
  private static final Checkpoint.Content CONTENT =
      new Checkpoint.Content(
          "name: größer\n",
          STATE,
          List.of(new GrowingFile.Mark(1L << 40, 7), new GrowingFile.Mark(0, 0)));

  @TempDir private Path folder;

  private Checkpoint written() {
    Checkpoint checkpoint = new Checkpoint(folder.resolve("checkpoint.bin"));
    checkpoint.write(CONTENT);
    return checkpoint;
  }

  @Test
  void a_written_checkpoint_is_read() throws IOException {
    Checkpoint checkpoint = written();
    assertThat(checkpoint.exists()).isTrue();
    Checkpoint.Content content = checkpoint.read();
    assertThat(content.runYaml()).isEqualTo(CONTENT.runYaml());
    assertThat(content.rows()).isEqualTo(CONTENT.rows());
    SimulationState read = content.state();
    assertThat(read.round()).isEqualTo(STATE.round());
    assertThat(read.nanoseconds()).isEqualTo(STATE.nanoseconds());
    assertThat(read.bestTestAccuracy()).isEqualTo(STATE.bestTestAccuracy());
    assertThat(read.weights()).isEqualTo(STATE.weights());
    assertThat(read.averages()).isDeepEqualTo(STATE.averages());
    assertThat(read.memory()).usingRecursiveComparison().isEqualTo(STATE.memory());
    checkpoint.remove();
    assertThat(checkpoint.exists()).isFalse();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_truncated_file_is_detected() throws IOException {
    Checkpoint checkpoint = written();
    byte[] whole = Files.readAllBytes(checkpoint.file());
    for (int length = 0; length < whole.length; length++) {
      Files.write(checkpoint.file(), Arrays.copyOf(whole, length));
      assertThatThrownBy(checkpoint::read).as("%d bytes", length).isInstanceOf(IOException.class);
    }
  }

  @Test
  void any_changed_bit_is_detected() throws IOException {
    Checkpoint checkpoint = written();
    byte[] whole = Files.readAllBytes(checkpoint.file());
    for (int i = 0; i < whole.length; i++) {
      byte[] changed = whole.clone();
      changed[i] ^= 4;
      Files.write(checkpoint.file(), changed);
      assertThatThrownBy(checkpoint::read).as("byte %d", i).isInstanceOf(IOException.class);
    }
  }

  @Test
  void another_version_is_distinguished_from_damage() throws IOException {
    Checkpoint checkpoint = written();
    byte[] bytes = Files.readAllBytes(checkpoint.file());
    bytes[2 + "varangian checkpoint ".length()] = '1';
    CRC32 sum = new CRC32();
    sum.update(bytes, 0, bytes.length - Long.BYTES);
    ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, sum.getValue());
    Files.write(checkpoint.file(), bytes);
    assertThatThrownBy(checkpoint::read)
        .isInstanceOf(IOException.class)
        .hasMessage("it is a varangian checkpoint 1, expected a varangian checkpoint 2");
  }
}
