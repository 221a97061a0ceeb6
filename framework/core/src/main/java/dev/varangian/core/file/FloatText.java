package dev.varangian.core.file;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * Formats numbers of the results: the shortest decimal that parses to the same float. Uses
 * Jackson's formatter because the digits of {@link Float#toString(float)} differ between JDK 17 and
 * later versions.
 */
public final class FloatText {
  private FloatText() {}

  /** Returns {@code value} rounded to a float; empty if not finite. */
  public static String of(double value) {
    float rounded = (float) value;
    return Float.isFinite(rounded) ? NumberOutput.toString(rounded, true) : "";
  }
}
