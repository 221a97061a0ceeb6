package dev.varangian.core.file;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvGenerator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated values (RFC 4180, but lines are written with {@code \n} at their end). */
public final class Csv {
  private static final CsvMapper MAPPER =
      CsvMapper.csvBuilder()
          .enable(CsvParser.Feature.WRAP_AS_ARRAY)
          .enable(CsvGenerator.Feature.STRICT_CHECK_FOR_QUOTING)
          .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
          .build();

  private static final ObjectReader READER = MAPPER.readerFor(String[].class);
  private static final ObjectWriter WRITER =
      MAPPER.writer(CsvSchema.emptySchema().withLineSeparator("\n"));

  private Csv() {}

  /** Writes rows of cells. Only cells with a comma, a quote or a line break are quoted. */
  public static void write(List<List<String>> lines, Writer out) throws IOException {
    try (SequenceWriter writer = WRITER.writeValues(out)) {
      writer.writeAll(lines);
    }
  }

  /**
   * Parses rows of cells; rows may have different lengths.
   *
   * @throws IOException if a quoted cell is not terminated
   */
  public static List<List<String>> parse(String text) throws IOException {
    List<List<String>> lines = new ArrayList<>();
    try (MappingIterator<String[]> rows = rows(new StringReader(text))) {
      while (rows.hasNextValue()) {
        lines.add(List.of(rows.nextValue()));
      }
    }
    return lines;
  }

  /** Reads the rows of a long text one at a time; closing the iterator closes {@code in}. */
  public static MappingIterator<String[]> rows(Reader in) throws IOException {
    return READER.readValues(in);
  }
}
