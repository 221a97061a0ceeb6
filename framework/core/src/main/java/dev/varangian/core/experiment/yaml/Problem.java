package dev.varangian.core.experiment.yaml;

/**
 * One problem for the user to fix.
 *
 * @param origin where it is
 * @param message what is wrong, what was expected and the nearest valid value
 */
public record Problem(Origin origin, String message) {

  /** For instance {@code quickstart.yaml:9 filter.name: no filter is called …}. */
  @Override
  public String toString() {
    String place = origin.line() > 0 ? origin.file() + ":" + origin.line() : origin.file();
    return place + (origin.key().isEmpty() ? "" : " " + origin.key()) + ": " + message;
  }
}
