package dev.varangian.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NpyWriterTest {
  private static final Pattern HEADER =
      Pattern.compile("\\{'descr': '<f4', 'fortran_order': False, 'shape': \\((\\d+),\\), \\} *\n");

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 9, 10, 16_383, 16_384, 16_385, 40_000, 431_080})
  void a_reader_of_the_format_gets_the_same_bits(int length) throws IOException {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = Float.intBitsToFloat(i * 0x9e3779b9);
    }
    assertThat(read(written(values))).isEqualTo(bits(values));
  }

  @Test
  void the_header_is_that_of_numpy() throws IOException {
    byte[] bytes = written(new float[] {1});
    assertThat(bytes).hasSize(128 + 4);
    assertThat(bytes).startsWith(0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, 118, 0);
    assertThat(new String(bytes, 10, 118, StandardCharsets.US_ASCII))
        .startsWith("{'descr': '<f4', 'fortran_order': False, 'shape': (1,), }  ")
        .endsWith(" \n");
    assertThat(bytes).endsWith(0, 0, 0x80, 0x3f);
  }

  private static byte[] written(float[] values) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    NpyWriter.write(values, out);
    return out.toByteArray();
  }

  private static int[] read(byte[] file) {
    ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    in.position(8);
    byte[] header = new byte[in.getShort()];
    in.get(header);
    assertThat(in.position() % 64).isZero();
    Matcher matcher = HEADER.matcher(new String(header, StandardCharsets.US_ASCII));
    assertThat(matcher.matches()).isTrue();
    int[] bits = new int[Integer.parseInt(matcher.group(1))];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = in.getInt();
    }
    assertThat(in.hasRemaining()).isFalse();
    return bits;
  }

  private static int[] bits(float[] values) {
    int[] bits = new int[values.length];
    for (int i = 0; i < values.length; i++) {
      bits[i] = Float.floatToRawIntBits(values[i]);
    }
    return bits;
  }
}
