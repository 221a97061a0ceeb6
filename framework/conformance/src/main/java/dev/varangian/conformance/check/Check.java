package dev.varangian.conformance.check;

/**
 * One thing that every component of a kind must do.
 *
 * @param <T> what components of the kind implement
 */
public interface Check<T> {

  /** The claim, to be read after the component's name: {@code leaves the vectors unchanged}. */
  String claim();

  /**
   * Tries a component.
   *
   * @throws Violation if it breaks the claim
   * @throws Inapplicable if the claim means nothing for it
   */
  void on(Subject<T> subject);
}
