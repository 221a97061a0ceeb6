package dev.varangian.core.experiment.yaml;

/**
 * One thing for the user to mend.
 *
 * @param origin where it is
 * @param message what is wrong, what was expected and what is nearest
 */
public record Problem(Origin origin, String message) {

  /** For instance {@code quickstart.yaml:9 filter.name: no filter is called …}. */
  @Override
  public String toString() {
    String place = origin.line() > 0 ? origin.file() + ":" + origin.line() : origin.file();
    return place + (origin.key().isEmpty() ? "" : " " + origin.key()) + ": " + message;
  }
}
