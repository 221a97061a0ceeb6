package dev.varangian.core.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CsvTest {
  private static final List<String> NASTY =
      List.of("", "a,b", "say \"no\"", "two\nlines", "multi-krum(m=2,groups=5)", "ä", "\"", "");

  @Test
  void only_cells_that_need_it_are_quoted() {
    assertThat(Csv.line(List.of("cge", "a,b", "5\" disc", "", "x(m=2)")))
        .isEqualTo("cge,\"a,b\",\"5\"\" disc\",,x(m=2)");
  }

  @Test
  void what_was_written_reads_back() {
    String text = Csv.line(NASTY) + "\n" + Csv.line(List.of("1", "2")) + "\n";
    assertThat(Csv.parse(text)).containsExactly(NASTY, List.of("1", "2"));
  }

  @Test
  void other_line_ends_are_read_too() {
    assertThat(Csv.parse("a,b\r\n1,\r\n3,4"))
        .containsExactly(List.of("a", "b"), List.of("1", ""), List.of("3", "4"));
  }
}
