package dev.varangian.cli.text;

import com.samskivert.mustache.Escapers;
import com.samskivert.mustache.Mustache;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Mustache templates in the package of a class. A name that the values lack is an error; values are
 * not searched for names again.
 */
public final class Templates {
  private static final Mustache.Escaper HTML =
      Escapers.simple(
          new String[][] {
            {"&", "&amp;"}, {"<", "&lt;"}, {">", "&gt;"}, {"\"", "&quot;"}, {"'", "&#39;"}
          });

  private final Class<?> beside;
  private final Mustache.Compiler compiler;

  private Templates(Class<?> beside, Mustache.Escaper escaper) {
    this.beside = beside;
    this.compiler =
        Mustache.compiler()
            .withEscaper(escaper)
            .strictSections(true)
            .emptyStringIsFalse(true)
            .withLoader(this::open);
  }

  /** Templates of HTML: values are escaped, in text and in quoted attributes. */
  public static Templates html(Class<?> beside) {
    return new Templates(beside, HTML);
  }

  /** Templates of plain text. */
  public static Templates text(Class<?> beside) {
    return new Templates(beside, Escapers.NONE);
  }

  /**
   * Fills in a template.
   *
   * @param name the file's name; it may include others by {@code {{>name}}}
   * @param values a map, or a record with a component for each name
   * @throws IllegalArgumentException if there is no such template
   * @throws com.samskivert.mustache.MustacheException if a name has no value
   */
  public String fill(String name, Object values) {
    return compiler.compile(open(name)).execute(values);
  }

  private Reader open(String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no such template: " + name);
      }
      return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
