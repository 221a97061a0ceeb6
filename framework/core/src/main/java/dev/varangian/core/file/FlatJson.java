package dev.varangian.core.file;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Converts a row of cells to a JSON object and back without loss: an empty cell is {@code null},
 * numbers and booleans are written as such, everything else is a string.
 */
public final class FlatJson {
  private static final JsonFactory JSON = new JsonFactory();
  private static final Pattern NUMBER =
      Pattern.compile("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?");

  private FlatJson() {}

  /** Returns the object, one member per line, with a line break at the end. */
  public static String write(Map<String, String> row) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = JSON.createGenerator(text).setPrettyPrinter(printer())) {
      out.writeStartObject();
      for (Map.Entry<String, String> cell : row.entrySet()) {
        out.writeFieldName(cell.getKey());
        writeValue(out, cell.getValue());
      }
      out.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.append('\n').toString();
  }

  private static void writeValue(JsonGenerator out, String cell) throws IOException {
    if (cell.isEmpty()) {
      out.writeNull();
    } else if (cell.equals("true") || cell.equals("false")) {
      out.writeBoolean(cell.equals("true"));
    } else if (NUMBER.matcher(cell).matches()) {
      out.writeNumber(cell);
    } else {
      out.writeString(cell);
    }
  }

  /**
   * Returns the cells of an object without members that are objects or arrays.
   *
   * @throws IOException if {@code text} is not a JSON object
   */
  public static Map<String, String> read(String text) throws IOException {
    Map<String, String> row = new LinkedHashMap<>();
    try (JsonParser in = JSON.createParser(text)) {
      if (in.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("a JSON object was expected");
      }
      while (in.nextToken() != JsonToken.END_OBJECT) {
        String name = in.currentName();
        JsonToken value = in.nextToken();
        if (value.isStructStart()) {
          in.skipChildren();
        } else {
          row.put(name, value == JsonToken.VALUE_NULL ? "" : in.getText());
        }
      }
    }
    return row;
  }

  /** Formats any tree in the same style: two spaces, {@code \n}, no space before a colon. */
  public static String write(JsonNode tree) {
    try {
      return new JsonMapper().writer(printer()).writeValueAsString(tree) + "\n";
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static DefaultPrettyPrinter printer() {
    DefaultIndenter lines = new DefaultIndenter("  ", "\n");
    return new DefaultPrettyPrinter(
            Separators.createDefaultInstance()
                .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
                .withArrayEmptySeparator(""))
        .withObjectIndenter(lines)
        .withArrayIndenter(lines);
  }
}
