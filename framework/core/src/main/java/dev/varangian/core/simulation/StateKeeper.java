package dev.varangian.core.simulation;

/** Keeps the state of a run, from which it can be continued to the same bits. */
public interface StateKeeper {
  /** Keeps nothing. */
  StateKeeper NONE =
      new StateKeeper() {
        @Override
        public boolean isDue() {
          return false;
        }

        @Override
        public void keep(SimulationState state) {
          throw new IllegalStateException("nothing is to be kept");
        }
      };

  /** Whether it is time to keep the state; asked after each round. */
  boolean isDue();

  /** Keeps it before returning. */
  void keep(SimulationState state);
}
