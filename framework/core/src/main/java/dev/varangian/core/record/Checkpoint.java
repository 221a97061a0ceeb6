package dev.varangian.core.record;

import dev.varangian.core.simulation.AgentRow;
import dev.varangian.core.simulation.RoundRow;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.core.simulation.TimingRow;
import dev.varangian.spi.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * The file that holds the state of an unfinished run, written whole or not at all.
 *
 * @param file need not exist
 */
public record Checkpoint(Path file) {
  private static final String FORMAT = "varangian checkpoint 1";
  private static final int BUFFER = 1 << 16;

  /** Whether there is one. */
  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /**
   * Removes it, if it is there.
   *
   * @throws ConfigurationException if it can't be removed
   */
  public void remove() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new ConfigurationException("cannot remove " + file + ": " + IoReason.of(e));
    }
  }

  /**
   * Writes a state.
   *
   * @throws ConfigurationException if the file can't be written; it is then as it was before
   */
  public void write(SimulationState state) {
    AtomicFile.write(
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          out.writeUTF(FORMAT);
          out.writeInt(state.round());
          out.writeLong(state.nanoseconds());
          write(state.weights(), out);
          out.writeInt(state.averages().length);
          for (float[] row : state.averages()) {
            write(row, out);
          }
          writeMemory(state.memory(), out);
          writeRows(state, out);
          out.writeLong(checked.getChecksum().getValue());
        });
  }

  private static void write(float[] values, DataOutputStream out) throws IOException {
    out.writeInt(values.length);
    ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length);
    bytes.asFloatBuffer().put(values);
    out.write(bytes.array());
  }

  private static void writeMemory(Map<String, Object> memory, DataOutputStream out)
      throws IOException {
    out.writeInt(memory.size());
    for (Map.Entry<String, Object> entry : memory.entrySet()) {
      out.writeUTF(entry.getKey());
      if (entry.getValue() instanceof float[] floats) {
        out.writeBoolean(true);
        write(floats, out);
      } else {
        double[] doubles = (double[]) entry.getValue();
        out.writeBoolean(false);
        out.writeInt(doubles.length);
        for (double value : doubles) {
          out.writeDouble(value);
        }
      }
    }
  }

  private static void writeRows(SimulationState state, DataOutputStream out) throws IOException {
    for (RoundRow row : state.rounds()) {
      out.writeDouble(row.trainLoss());
      out.writeDouble(row.testLoss());
      out.writeDouble(row.testAccuracy());
      out.writeDouble(row.updateNorm());
      out.writeDouble(row.honestGradientNorm());
      out.writeDouble(row.faultyWeight());
      out.writeInt(row.missing());
    }
    out.writeInt(state.agents().size());
    for (AgentRow row : state.agents()) {
      out.writeInt(row.round());
      out.writeInt(row.agent());
      out.writeBoolean(row.faulty());
      out.writeDouble(row.norm());
      out.writeDouble(row.weight());
    }
    for (TimingRow row : state.timings()) {
      out.writeLong(row.gradients());
      out.writeLong(row.faults());
      out.writeLong(row.filter());
      out.writeLong(row.update());
      out.writeLong(row.evaluation());
    }
  }

  /**
   * Reads the state.
   *
   * @throws IOException if the file can't be read or is not whole
   */
  public SimulationState read() throws IOException {
    checkSum();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      String format = in.readUTF();
      if (!format.equals(FORMAT)) {
        throw new IOException("it is a " + format + ", expected a " + FORMAT);
      }
      int round = in.readInt();
      long nanoseconds = in.readLong();
      float[] weights = readFloats(in);
      float[][] averages = new float[in.readInt()][];
      for (int i = 0; i < averages.length; i++) {
        averages[i] = readFloats(in);
      }
      Map<String, Object> memory = readMemory(in);
      return new SimulationState(
          round,
          weights,
          averages,
          memory,
          readRounds(round, in),
          readAgents(in),
          readTimings(round, in),
          nanoseconds);
    }
  }

  /** Sees that the file is whole, so that what is read from it can be trusted. */
  private void checkSum() throws IOException {
    long left = Files.size(file) - Long.BYTES;
    CRC32 sum = new CRC32();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      byte[] part = new byte[BUFFER];
      while (left > 0) {
        int count = in.readNBytes(part, 0, (int) Math.min(left, BUFFER));
        if (count == 0) {
          throw new IOException("it is damaged");
        }
        sum.update(part, 0, count);
        left -= count;
      }
      if (left < 0 || in.readLong() != sum.getValue()) {
        throw new IOException("it is damaged");
      }
    }
  }

  private static float[] readFloats(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = in.readNBytes(length * Float.BYTES);
    float[] values = new float[length];
    ByteBuffer.wrap(bytes).asFloatBuffer().get(values);
    return values;
  }

  private static Map<String, Object> readMemory(DataInputStream in) throws IOException {
    int count = in.readInt();
    Map<String, Object> memory = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      String name = in.readUTF();
      if (in.readBoolean()) {
        memory.put(name, readFloats(in));
      } else {
        double[] doubles = new double[in.readInt()];
        for (int j = 0; j < doubles.length; j++) {
          doubles[j] = in.readDouble();
        }
        memory.put(name, doubles);
      }
    }
    return memory;
  }

  private static List<RoundRow> readRounds(int count, DataInputStream in) throws IOException {
    List<RoundRow> rows = new ArrayList<>();
    for (int round = 1; round <= count; round++) {
      rows.add(
          new RoundRow(
              round,
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readDouble(),
              in.readInt()));
    }
    return rows;
  }

  private static List<AgentRow> readAgents(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<AgentRow> rows = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      rows.add(
          new AgentRow(
              in.readInt(), in.readInt(), in.readBoolean(), in.readDouble(), in.readDouble()));
    }
    return rows;
  }

  private static List<TimingRow> readTimings(int count, DataInputStream in) throws IOException {
    List<TimingRow> rows = new ArrayList<>();
    for (int round = 1; round <= count; round++) {
      rows.add(
          new TimingRow(
              round, in.readLong(), in.readLong(), in.readLong(), in.readLong(), in.readLong()));
    }
    return rows;
  }
}
