package dev.varangian.core.file;

import com.fasterxml.jackson.core.io.NumberOutput;

/**
 * A number as the results write it: the shortest decimal that reads back as the same float.
 * Jackson's writer is used because {@link Float#toString(float)} gives other digits on JDK 17 than
 * on later ones.
 */
public final class FloatText {
  private FloatText() {}

  /** {@code value} rounded to a float; empty if that is not finite. */
  public static String of(double value) {
    float rounded = (float) value;
    return Float.isFinite(rounded) ? NumberOutput.toString(rounded, true) : "";
  }
}
