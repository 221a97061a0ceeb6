package dev.varangian.spi;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of this API. The manifest attribute {@value #ATTRIBUTE} of a jar states which version
 * it was built for; a jar without it is assumed to be built for the current version.
 *
 * @param major incremented when something that a plugin may use or implement is changed or removed
 * @param minor incremented when something is added that existing plugins can ignore; starts again
 *     at 0 with each major version
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
   * @return empty if the text is not a version such as {@code 1.0}
   */
  public static Optional<SpiVersion> of(String text) {
    Matcher matcher = TEXT.matcher(text.strip());
    return matcher.matches()
        ? Optional.of(
            new SpiVersion(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
        : Optional.empty();
  }

  /** Whether a plugin built for the given version runs with this one. */
  public boolean runs(SpiVersion other) {
    return major == other.major && other.minor <= minor;
  }

  /** For instance {@code 1.0}. */
  @Override
  public String toString() {
    return major + "." + minor;
  }
}
