package dev.varangian.conformance;

import dev.varangian.spi.Component;

/** One check of one component, run on demand. */
public final class ComponentCheck {
  private final CheckSequence examination;
  private final int number;

  ComponentCheck(CheckSequence examination, int number) {
    this.examination = examination;
    this.number = number;
  }

  /** Returns the component under test. */
  public Component<?> component() {
    return examination.component();
  }

  /** Returns the claim, worded to follow the component's name. */
  public String check() {
    return examination.claim(number);
  }

  /** Runs the check after its preconditions, each at most once. */
  public Result run() {
    return new Result(component().kind(), component().name(), check(), examination.outcome(number));
  }
}
