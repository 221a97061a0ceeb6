package dev.varangian.core.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatJsonTest {

  @Test
  void cells_become_null_numbers_booleans_and_strings() {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("empty", "");
    row.put("number", "1.0E-5");
    row.put("met", "true");
    row.put("filter", "x(\"é\")");
    row.put("not a number", "007");
    assertThat(FlatJson.write(row))
        .isEqualTo(
            """
            {
              "empty": null,
              "number": 1.0E-5,
              "met": true,
              "filter": "x(\\"é\\")",
              "not a number": "007"
            }
            """);
  }

  @Test
  void cells_read_back_to_the_same_text_in_the_same_order() throws IOException {
    Map<String, String> row = new LinkedHashMap<>();
    row.put("z", "0.10");
    row.put("a", "1.6777216E7");
    row.put("b", "");
    row.put("c", "false");
    row.put("d", "-");
    assertThat(FlatJson.read(FlatJson.write(row))).containsExactlyEntriesOf(row);
  }

  @Test
  void anything_but_an_object_is_rejected() {
    assertThatThrownBy(() -> FlatJson.read("[1]")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> FlatJson.read("{\"a\": ")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> FlatJson.read("")).isInstanceOf(IOException.class);
  }
}
