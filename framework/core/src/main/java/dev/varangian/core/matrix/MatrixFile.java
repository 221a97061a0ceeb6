package dev.varangian.core.matrix;

import dev.varangian.core.file.IoReason;
import dev.varangian.spi.context.ConfigurationException;
import java.io.BufferedInputStream;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/**
 * Reads a matrix from a file: {@code .npy} (NumPy's format 1 to 3, float32 or float64, of either
 * byte order and either order of its dimensions) or {@code .csv} (numbers separated by commas, a
 * row in a line, no header). A file of another name is told apart by its first bytes.
 */
public final class MatrixFile {
  private static final int BUFFER = 1 << 16;

  /** What a zip file begins with. */
  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

  private MatrixFile() {}

  /**
   * The matrix, rounded to float32; it has at least one row and one column, and may hold NaN and
   * infinities.
   *
   * @return the rows, all of one length
   * @throws ConfigurationException if there is no such file, or no such matrix in it; the message
   *     begins with the file
   */
  public static float[][] read(Path file) {
    if (!Files.exists(file)) {
      throw new ConfigurationException(file + ": there is no such file");
    }
    if (Files.isDirectory(file)) {
      throw new ConfigurationException(file + ": is a folder, expected a .npy or .csv file");
    }
    // Not by Files.newInputStream, which can't tell what is available in a pipe.
    try (InputStream in = new BufferedInputStream(new FileInputStream(file.toFile()), BUFFER)) {
      return read(file, in);
    } catch (IOException e) {
      throw new ConfigurationException(
          file
              + ": "
              + (Files.isReadable(file) ? "can't be read: " + IoReason.of(e) : "may not be read"));
    }
  }

  private static float[][] read(Path file, InputStream in) throws IOException {
    in.mark(NpyReader.MAGIC.length);
    boolean npy = Arrays.equals(in.readNBytes(NpyReader.MAGIC.length), NpyReader.MAGIC);
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (npy && !name.endsWith(".csv")) {
      return new NpyReader(file, in).read();
    }
    in.reset();
    if (Arrays.equals(in.readNBytes(ARCHIVE.length), ARCHIVE)) {
      throw new ConfigurationException(
          file
              + ": is an archive of arrays (.npz), expected one: unzip it and give the .npy inside");
    }
    if (name.endsWith(".npy")) {
      throw new ConfigurationException(
          file + ": is no NumPy array, since it does not begin as one");
    }
    in.reset();
    return new CsvMatrixReader(file).read(in);
  }
}
