package dev.varangian.core.catalogue.parameter;

/** A component's declaration is wrong; its author has to mend it. */
public final class DeclarationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;

  public DeclarationException(String reason) {
    super(reason);
    this.reason = reason;
  }

  /** What is wrong. */
  public String reason() {
    return reason;
  }
}
