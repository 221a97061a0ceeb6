package dev.varangian.spi.context;

/**
 * What the user can mend: a parameter that doesn't fit the others, a data file that is missing or
 * damaged, a folder that can't be written. The command prints the message and exits with 2; thrown
 * by a component's constructor, beside the place in the experiment file.
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

  /** The parameter that is wrong; empty if it is none in particular. */
  public String parameter() {
    return parameter;
  }
}
