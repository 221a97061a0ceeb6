package dev.varangian.spi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this API. A jar says which one it was built for by the attribute {@value #ATTRIBUTE}
 * of its manifest; one that says nothing is taken to be built for the current one.
 *
 * @param major raised when something that a plugin may use or implement is changed or taken away
 * @param minor raised when something is added that plugins need not know of; counted anew with each
 *     major one
 */
public record SpiVersion(int major, int minor) {
  /** The attribute of a jar's manifest, as in {@code Varangian-SPI: 1.0}. */
  public static final String ATTRIBUTE = "Varangian-SPI";

  /** The version of the API that is running. */
  public static final SpiVersion CURRENT = new SpiVersion(1, 0);

  private static final Pattern TEXT = Pattern.compile("([0-9]{1,6})\\.([0-9]{1,6})");

  /**
   * Reads a version.
   *
   * @return empty if the text is none, such as {@code 1.0}
   */
  public static Optional<SpiVersion> of(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether a plugin that was built for another version runs with this one. */
  public boolean runs(SpiVersion other) {
    return major == other.major && other.minor <= minor;
  }

  /** For instance {@code 1.0}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
