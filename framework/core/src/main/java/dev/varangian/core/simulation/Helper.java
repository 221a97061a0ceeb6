package dev.varangian.core.simulation;

/** A thread that lends a hand in every round it finds open. */
final class Helper extends Thread {
  private final Round round;
  private final int worker;
  private final int spins;
  private final Waiting waiting;
  private volatile boolean ended;
  private long last;

  /**
   * @param worker its number among the workers
   * @param spins how often it looks for a round before it parks
   */
  Helper(Round round, int worker, int spins) {
    super("varangian-worker");
    setDaemon(true);
    this.round = round;
    this.worker = worker;
    this.spins = spins;
    this.waiting = new Waiting(() -> ended || round.isNewSince(last));
  }

  @Override
  public void run() {
    while (!ended) {
      last = round.help(last, worker);
      waiting.await(spins);
    }
  }

  /** To be called when a round has been opened. */
  void wake() {
    waiting.wake();
  }

  /** Lets the thread end. */
  void end() {
    ended = true;
    waiting.wake();
  }
}
