package dev.varangian.core.grid.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static List<String> read(String text) throws IOException {
    Lines lines = new Lines(new StringReader(text));
    List<String> all = new ArrayList<>();
    for (String line = lines.next(); line != null; line = lines.next()) {
      all.add(line);
    }
    return all;
  }

  @Test
  void lines_end_by_either_letter_or_both() throws IOException {
    assertThat(read("a\n\nb\r\nc\rd")).containsExactly("a", "", "b", "c", "d");
    assertThat(read("a\n")).containsExactly("a");
    assertThat(read("")).isEmpty();
  }

  @Test
  void a_long_line_comes_in_pieces() throws IOException {
    String much = "x".repeat(Lines.LONGEST);
    assertThat(read(much + much + "y\nz")).containsExactly(much, much, "y", "z");
  }
}
