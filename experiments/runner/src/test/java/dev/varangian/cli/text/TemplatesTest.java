package dev.varangian.cli.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.samskivert.mustache.MustacheException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplatesTest {
  private final Templates html = Templates.html(TemplatesTest.class);
  private final Templates text = Templates.text(TemplatesTest.class);

  record Page(String title, List<String> entries) {}

  @Test
  void html_templates_escape_values_in_text_and_attributes() {
    assertThat(html.fill("page.html", new Page("<a> & 'b'", List.of("\"1\"", "x=2"))))
        .isEqualTo(
            """
            <p title="&lt;a&gt; &amp; &#39;b&#39;">&lt;a&gt; &amp; &#39;b&#39;</p>
            <b>&quot;1&quot;</b>
            <b>x=2</b>
            """);
  }

  @Test
  void text_templates_keep_values_as_they_are() {
    assertThat(text.fill("letter.txt", Map.of("a", "{{b-c}} $1 \\ <>", "b-c", "x")))
        .isEqualTo("{{b-c}} $1 \\ <>|x\n");
  }

  @Test
  void a_name_without_a_value_is_an_error() {
    assertThatThrownBy(() -> text.fill("letter.txt", Map.of("a", "")))
        .isInstanceOf(MustacheException.class)
        .hasMessageContaining("'b-c'");
  }

  @Test
  void a_missing_template_is_an_error() {
    assertThatThrownBy(() -> text.fill("none.txt", Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no such template: none.txt");
  }
}
