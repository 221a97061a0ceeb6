package dev.varangian.conformance.check;

/**
 * A claim that every component of a kind must satisfy, and the check of it.
 *
 * @param <T> the type that components of the kind implement
 */
public interface Check<T> {

  /**
   * Returns the claim, worded to follow the component's name: {@code does not modify the vectors}.
   */
  String claim();

  /**
   * Checks a component.
   *
   * @throws Violation if the claim does not hold
   * @throws Inapplicable if the claim does not apply
   */
  void on(Subject<T> subject);
}
