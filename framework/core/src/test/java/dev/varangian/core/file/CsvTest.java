package dev.varangian.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static final List<String> NASTY =
      List.of("", "a,b", "say \"no\"", "two\nlines", "multi-krum(m=2,groups=5)", "ä", "\"", "");

  private static String text(List<List<String>> lines) throws IOException {
    StringWriter text = new StringWriter();
    Csv.write(lines, text);
    return text.toString();
  }

  @Test
  void only_cells_that_need_it_are_quoted() throws IOException {
    List<String> cells =
        List.of(
            "cge", "a,b", "5\" disc", "", "x(m=2)", "a name of more than 24 characters", "-1E-7");
    assertThat(text(List.of(cells)))
        .isEqualTo("cge,\"a,b\",\"5\"\" disc\",,x(m=2),a name of more than 24 characters,-1E-7\n");
  }

  @Test
  void what_was_written_reads_back() throws IOException {
    List<List<String>> lines = List.of(NASTY, List.of("1", "2"));
    assertThat(Csv.parse(text(lines))).isEqualTo(lines);
  }

  @Test
  void other_line_ends_are_read() throws IOException {
    assertThat(Csv.parse("a,b\r\n1,\r\n3,4"))
        .containsExactly(List.of("a", "b"), List.of("1", ""), List.of("3", "4"));
  }

  @Test
  void an_empty_text_has_no_lines() throws IOException {
    assertThat(Csv.parse("")).isEmpty();
  }

  @Test
  void an_unterminated_quoted_cell_is_an_error() {
    assertThatThrownBy(() -> Csv.parse("a,\"b\n1,2\n")).isInstanceOf(IOException.class);
  }
}
