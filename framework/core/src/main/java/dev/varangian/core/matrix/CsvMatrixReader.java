package dev.varangian.core.matrix;

import dev.varangian.core.catalogue.parameter.Numerals;
import dev.varangian.spi.context.ConfigurationException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads comma-separated numbers, one row per line, each rounded to the nearest float. {@code nan},
 * {@code inf} and {@code infinity} are numbers too, in upper or lower case.
 */
final class CsvMatrixReader {
  private static final char BYTE_ORDER_MARK = '\uFEFF';
  private static final int LONGEST_QUOTE = 30;

  private final Path file;

  CsvMatrixReader(Path file) {
    this.file = file;
  }

  float[][] read(InputStream in) throws IOException {
    List<float[]> rows = new ArrayList<>();
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    int blank = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (number == 1 && !line.isEmpty() && line.charAt(0) == BYTE_ORDER_MARK) {
        line = line.substring(1);
      }
      if (line.isBlank()) {
        blank = blank == 0 ? number : blank;
        continue;
      }
      if (blank > 0) {
        throw wrong(blank, "is empty, expected a row of numbers");
      }
      rows.add(row(line, number));
      requireLength(rows, number);
    }
    if (rows.isEmpty()) {
      throw new ConfigurationException(
          file + ": is empty, expected rows of numbers separated by commas");
    }
    return rows.toArray(float[][]::new);
  }

  private void requireLength(List<float[]> rows, int line) {
    int length = rows.get(rows.size() - 1).length;
    int expected = rows.get(0).length;
    if (length != expected) {
      throw wrong(
          line,
          "has "
              + length
              + (length == 1 ? " number" : " numbers")
              + ", expected "
              + expected
              + " as in line 1");
    }
  }

  private float[] row(String line, int number) {
    String[] cells = line.split(",", -1);
    float[] row = new float[cells.length];
    for (int i = 0; i < cells.length; i++) {
      String cell = cells[i].strip();
      if (cell.isEmpty()) {
        throw wrong(number, "column " + (i + 1) + " is empty, expected a number");
      }
      row[i] = Numerals.isNumber(cell) ? Float.parseFloat(cell) : special(cell, number, i + 1);
    }
    return row;
  }

  private float special(String cell, int line, int column) {
    String lower = cell.toLowerCase(Locale.ROOT);
    String unsigned = lower.startsWith("-") || lower.startsWith("+") ? lower.substring(1) : lower;
    return switch (unsigned) {
      case "nan" -> Float.NaN;
      case "inf", "infinity" ->
          lower.startsWith("-") ? Float.NEGATIVE_INFINITY : Float.POSITIVE_INFINITY;
      default ->
          throw wrong(
              line,
              "column "
                  + column
                  + " is "
                  + quote(cell)
                  + ", expected a number (there is no header, and commas separate)");
    };
  }

  private static String quote(String cell) {
    String clean = cell.replaceAll("[\\p{Cntrl}\uFFFD]", "?");
    return clean.length() <= LONGEST_QUOTE
        ? '"' + clean + '"'
        : '"' + clean.substring(0, LONGEST_QUOTE) + "…\"";
  }

  private ConfigurationException wrong(int line, String what) {
    return new ConfigurationException(file + ":" + line + ": " + what);
  }
}
