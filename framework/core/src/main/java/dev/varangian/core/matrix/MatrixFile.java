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
 * Reads a matrix from a file: {@code .npy} (NumPy's format 1 to 3, float32 or float64, in either
 * byte order and either memory order) or {@code .csv} (comma-separated numbers, one row per line,
 * no header). The format of a file with another extension is detected by its first bytes.
 */
public final class MatrixFile {
  private static final int BUFFER = 1 << 16;

  /** The first bytes of a zip file. */
  private static final byte[] ARCHIVE = {'P', 'K', 3, 4};

  private MatrixFile() {}

  /**
   * Reads a matrix, rounded to float32; it has at least one row and one column and may contain NaN
   * and infinities.
   *
   * @return the rows, all of one length
   * @throws ConfigurationException if the file does not exist or does not contain such a matrix;
   *     the message begins with the file
   */
  public static float[][] read(Path file) {
    if (!Files.exists(file)) {
      throw new ConfigurationException(file + ": no such file");
    }
    if (Files.isDirectory(file)) {
      throw new ConfigurationException(file + ": is a folder, expected a .npy or .csv file");
    }
    // Not Files.newInputStream, which cannot report what is available in a pipe.
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
              + ": is an archive of arrays (.npz), expected one array: unzip it and pass the .npy file inside");
    }
    if (name.endsWith(".npy")) {
      throw new ConfigurationException(file + ": is not a NumPy array: its first bytes are wrong");
    }
    in.reset();
    return new CsvMatrixReader(file).read(in);
  }
}
