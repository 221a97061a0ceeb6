package dev.varangian.spi.context;

/**
 * Thrown for a problem that the user can fix: a parameter that doesn't fit the others, a data file
 * that is missing or damaged, a folder that can't be written. The command prints the message and
 * exits with 2; if a component's constructor threw it, the message includes the place in the
 * experiment file.
 */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String parameter;

  /**
   * @param message what is wrong and what was expected
   */
  public ConfigurationException(String message) {
    this("", message);
  }

  /**
   * @param parameter the parameter that is wrong, as the experiment file writes it
   * @param message what is wrong and what was expected
   */
  public ConfigurationException(String parameter, String message) {
    super(message);
    this.parameter = parameter;
  }

  /** The parameter that is wrong; empty if there is no particular one. */
  public String parameter() {
    return parameter;
  }
}
