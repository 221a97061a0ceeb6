package dev.varangian.core.record;

import dev.varangian.core.file.AtomicFile;
import dev.varangian.core.file.GrowingFile;
import dev.varangian.core.simulation.SimulationState;
import dev.varangian.spi.context.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
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
 * @param file may not exist
 */
public record Checkpoint(Path file) {
  private static final String FORMAT = "varangian checkpoint 2";
  private static final int BUFFER = 1 << 16;

  /**
   * What it holds.
   *
   * @param runYaml the resolved run
   * @param rows the lengths of the row files
   */
  record Content(String runYaml, SimulationState state, List<GrowingFile.Mark> rows) {}

  /** Returns whether it exists. */
  public boolean exists() {
    return Files.isRegularFile(file);
  }

  /**
   * Removes it if it exists.
   *
   * @throws ConfigurationException if it can't be removed
   */
  public void remove() {
    AtomicFile.remove(file);
  }

  /**
   * Writes it.
   *
   * @throws ConfigurationException if the file cannot be written; it is then unchanged
   */
  void write(Content content) {
    SimulationState state = content.state();
    AtomicFile.write(
        file,
        stream -> {
          CheckedOutputStream checked = new CheckedOutputStream(stream, new CRC32());
          DataOutputStream out = new DataOutputStream(checked);
          out.writeUTF(FORMAT);
          write(content.runYaml(), out);
          out.writeInt(state.round());
          out.writeLong(state.nanoseconds());
          out.writeDouble(state.bestTestAccuracy());
          write(state.weights(), out);
          out.writeInt(state.averages().length);
          for (float[] row : state.averages()) {
            write(row, out);
          }
          writeMemory(state.memory(), out);
          out.writeInt(content.rows().size());
          for (GrowingFile.Mark mark : content.rows()) {
            out.writeLong(mark.length());
            out.writeLong(mark.sum());
          }
          out.writeLong(checked.getChecksum().getValue());
        });
  }

  private static void write(String text, DataOutputStream out) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
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

  /**
   * Reads it.
   *
   * @throws IOException if the file cannot be read or is incomplete
   */
  Content read() throws IOException {
    checkSum();
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file), BUFFER))) {
      String format = in.readUTF();
      if (!format.equals(FORMAT)) {
        throw new IOException("it is a " + format + ", expected a " + FORMAT);
      }
      String runYaml = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
      int round = in.readInt();
      long nanoseconds = in.readLong();
      double bestTestAccuracy = in.readDouble();
      float[] weights = readFloats(in);
      float[][] averages = new float[in.readInt()][];
      for (int i = 0; i < averages.length; i++) {
        averages[i] = readFloats(in);
      }
      Map<String, Object> memory = readMemory(in);
      SimulationState state =
          new SimulationState(round, weights, averages, memory, bestTestAccuracy, nanoseconds);
      List<GrowingFile.Mark> rows = new ArrayList<>();
      for (int left = in.readInt(); left > 0; left--) {
        rows.add(new GrowingFile.Mark(in.readLong(), in.readLong()));
      }
      return new Content(runYaml, state, rows);
    }
  }

  /** Checks that the file is complete before anything is read from it. */
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
}
