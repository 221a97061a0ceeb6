package dev.varangian.core.matrix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.management.ThreadMXBean;
import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixFileTest {
  @TempDir Path folder = Path.of("");

  private float[][] read(String name, byte[] content) throws IOException {
    return MatrixFile.read(Files.write(folder.resolve(name), content));
  }

  private float[][] csv(String content) throws IOException {
    return read("m.csv", content.getBytes(StandardCharsets.UTF_8));
  }

  private void assertRefused(String name, byte[] content, String message) throws IOException {
    Path file = Files.write(folder.resolve(name), content);
    assertThatThrownBy(() -> MatrixFile.read(file))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(file + message);
  }

  private void assertRefused(String csv, String message) throws IOException {
    assertRefused("m.csv", csv.getBytes(StandardCharsets.UTF_8), message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"<f4", "<f8", ">f4", ">f8"})
  void npy_is_read_in_either_byte_order_and_precision(String type) throws IOException {
    for (int version = 1; version <= 3; version++) {
      byte[] file =
          NpyBytes.of(
              version,
              NpyBytes.header(type, false, "2, 3"),
              NpyBytes.numbers(type, 1, 2, 3, 4, 5.5, -6));

      assertThat(read("m.npy", file)).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5.5f, -6}});
    }
  }

  @Test
  void npy_in_fortran_order_holds_columns_one_after_the_other() throws IOException {
    byte[] file =
        NpyBytes.of(
            1, NpyBytes.header("<f4", true, "2, 3"), NpyBytes.numbers("<f4", 1, 4, 2, 5, 3, 6));

    assertThat(read("m.npy", file)).isDeepEqualTo(new float[][] {{1, 2, 3}, {4, 5, 6}});
  }

  @Test
  void npy_longer_than_a_block_is_read_completely() throws IOException {
    double[] values = new double[3 * 70_001];
    for (int i = 0; i < values.length; i++) {
      values[i] = i;
    }
    float[][] rows =
        read(
            "m.npy",
            NpyBytes.of(
                1, NpyBytes.header("<f8", false, "3, 70001"), NpyBytes.numbers("<f8", values)));

    assertThat(rows[0][70_000]).isEqualTo(70_000);
    assertThat(rows[2][0]).isEqualTo(140_002);
    assertThat(rows[2][70_000]).isEqualTo(210_002);
  }

  @Test
  void npy_from_a_pipe_allocates_memory_only_for_received_data() throws Exception {
    byte[] numbers = NpyBytes.numbers("<f4", 1, 2, 3, 4, 5, 6);
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();

    assertThatThrownBy(
            () -> piped(NpyBytes.of(1, NpyBytes.header("<f4", false, "99999, 99999"), numbers)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessage(folder.resolve("pipe") + ": ends after 6 numbers, expected 99999 x 99999");
    assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(20_000_000);
    assertThatThrownBy(() -> piped(NpyBytes.of(1, NpyBytes.header("<f4", false, "1, 5"), numbers)))
        .hasMessage(folder.resolve("pipe") + ": continues after the 1 x 5 numbers of its shape");
    assertThat(piped(NpyBytes.of(1, NpyBytes.header("<f4", true, "2, 3"), numbers)))
        .isDeepEqualTo(new float[][] {{1, 3, 5}, {2, 4, 6}});
  }

  /** What is read from a named pipe that these bytes are written into. */
  private float[][] piped(byte[] bytes) throws Exception {
    Path pipe = folder.resolve("pipe");
    Files.deleteIfExists(pipe);
    assumeTrue(makesPipe(pipe), "no mkfifo on this system");
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(bytes);
              } catch (IOException e) {
                // The reader has seen enough.
              }
            });
    writer.start();
    try {
      return MatrixFile.read(pipe);
    } finally {
      writer.join();
    }
  }

  private static boolean makesPipe(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void an_archive_of_arrays_is_rejected_with_advice() throws IOException {
    byte[] start = {'P', 'K', 3, 4, 20, 0};
    String message =
        ": is an archive of arrays (.npz), expected one array: unzip it and pass the .npy file inside";

    assertRefused("m.npz", start, message);
    assertRefused("m.npy", start, message);
  }

  @Test
  void a_float64_beyond_float32_becomes_infinite() throws IOException {
    byte[] file =
        NpyBytes.of(1, NpyBytes.header("<f8", false, "1, 2"), NpyBytes.numbers("<f8", 1e300, 0.1));

    assertThat(read("m.npy", file)).isDeepEqualTo(new float[][] {{Float.POSITIVE_INFINITY, 0.1f}});
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<i4 | 2, 3 | : contains numbers of type <i4, expected float32 or float64 (<f4, <f8)",
        "<f2 | 2, 3 | : contains numbers of type <f2, expected float32 or float64 (<f4, <f8)",
        "=b1 | 2, 3 | : contains numbers of type =b1, expected float32 or float64 (<f4, <f8)",
        "<f4 | 6,   | : has the shape (6,), expected two dimensions: a vector in each row",
        "<f4 | ''   | : has the shape (), expected two dimensions: a vector in each row",
        "<f4 | 1, 2, 3 | : has the shape (1, 2, 3), expected two dimensions: a vector in each row",
        "<f4 | 0, 3 | : is empty: its shape is (0, 3)",
        "<f4 | 3, 0 | : is empty: its shape is (3, 0)",
        "<f4 | 99999999999, 1 | : has the shape (99999999999, 1), which is too large",
        "<f4 | 2147483647, 2147483647 | : has 24 bytes of numbers, expected 2147483647 x"
            + " 2147483647 x 4",
        "<f4 | 2, 4 | : has 24 bytes of numbers, expected 2 x 4 x 4",
        "<f4 | 2, 2 | : has 24 bytes of numbers, expected 2 x 2 x 4",
      })
  void an_unsupported_npy_type_is_rejected_by_name(String type, String shape, String message)
      throws IOException {
    byte[] numbers = NpyBytes.numbers("<f4", 1, 2, 3, 4, 5, 6);

    assertRefused("m.npy", NpyBytes.of(1, NpyBytes.header(type, false, shape), numbers), message);
  }

  @Test
  void a_damaged_npy_file_is_rejected() throws IOException {
    byte[] whole =
        NpyBytes.of(1, NpyBytes.header("<f4", false, "1, 2"), NpyBytes.numbers("<f4", 1, 2));
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      Path file = Files.write(folder.resolve("m.npy"), part);
      assertThatThrownBy(() -> MatrixFile.read(file))
          .as("%d bytes", length)
          .isInstanceOf(ConfigurationException.class)
          .hasMessageStartingWith(file + ": ");
    }
    assertRefused(
        "m.npy",
        NpyBytes.of(4, "{}", new byte[0]),
        ": is in version 4 of NumPy's format, expected 1 to 3");
    assertRefused("m.npy", NpyBytes.of(1, "{}", new byte[0]), ": has an invalid header");
    assertRefused(
        "m.npy",
        NpyBytes.of(
            1, "{'descr': [('a', '<f4')], 'fortran_order': False, 'shape': (1, 1), }", new byte[4]),
        ": contains records, expected numbers of type float32 or float64");
  }

  @Test
  void csv_is_rounded_to_floats() throws IOException {
    assertThat(csv("\uFEFF1, -2.5,3e2\r\n+0.1,.5,16777217\n\n\n"))
        .isDeepEqualTo(new float[][] {{1, -2.5f, 300}, {0.1f, 0.5f, 16777216}});
    assertThat(csv("7")).isDeepEqualTo(new float[][] {{7}});
  }

  @Test
  void csv_may_contain_nan_and_infinity() throws IOException {
    assertThat(csv("nan,-NaN,inf,-Infinity,+INF,1e99\n")[0])
        .containsExactly(
            Float.NaN,
            Float.NaN,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.POSITIVE_INFINITY,
            Float.POSITIVE_INFINITY);
  }

  @Test
  void csv_that_is_not_numeric_is_rejected_with_the_line() throws IOException {
    String more = ", expected a number (there is no header, and commas separate)";

    assertRefused("", ": is empty, expected rows of numbers separated by commas");
    assertRefused("\n \n", ": is empty, expected rows of numbers separated by commas");
    assertRefused("1,2\n3,4,5\n", ":2: has 3 numbers, expected 2 as in line 1");
    assertRefused("1,2\n3\n", ":2: has 1 number, expected 2 as in line 1");
    assertRefused("1,2\n\n3,4\n", ":2: is empty, expected a row of numbers");
    assertRefused("1,2\n3,\n", ":2: column 2 is empty, expected a number");
    assertRefused("a,b\n1,2\n", ":1: column 1 is \"a\"" + more);
    assertRefused("1,2\n3,0x1p3\n", ":2: column 2 is \"0x1p3\"" + more);
    assertRefused("1 2\n", ":1: column 1 is \"1 2\"" + more);
    assertRefused("1,2f\n", ":1: column 2 is \"2f\"" + more);
    assertRefused("\u0000".repeat(99), ":1: column 1 is \"" + "?".repeat(30) + "…\"" + more);
  }

  @Test
  void a_missing_or_mislabelled_file_is_rejected() throws IOException {
    Path missing = folder.resolve("missing.csv");
    assertThatThrownBy(() -> MatrixFile.read(missing)).hasMessage(missing + ": no such file");
    assertThatThrownBy(() -> MatrixFile.read(folder))
        .hasMessage(folder + ": is a folder, expected a .npy or .csv file");
    assertRefused(
        "m.npy",
        "1,2\n".getBytes(StandardCharsets.UTF_8),
        ": is not a NumPy array: its first bytes are wrong");
  }
}
