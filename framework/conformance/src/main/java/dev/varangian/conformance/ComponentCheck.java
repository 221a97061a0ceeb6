package dev.varangian.conformance;

import dev.varangian.spi.Component;

/** One check of one component, to be run when it is asked for. */
public final class ComponentCheck {
  private final CheckSequence examination;
  private final int number;

  ComponentCheck(CheckSequence examination, int number) {
    this.examination = examination;
    this.number = number;
  }

  /** The component that is checked. */
  public Component<?> component() {
    return examination.component();
  }

  /** The claim, to be read after the component's name. */
  public String check() {
    return examination.claim(number);
  }

  /** Runs the check, and before it those that it needs, each once. */
  public Result run() {
    return new Result(component().kind(), component().name(), check(), examination.outcome(number));
  }
}
