package dev.varangian.core.parallel;

/** A thread that helps with every batch that it finds open. */
final class TeamThread extends Thread {
  private final TaskBatch batch;
  private final int worker;
  private final int spins;
  private final SpinThenPark waiting;
  private volatile boolean ended;
  private long last;

  /**
   * @param worker its number among the workers
   * @param spins how often it checks for a new batch before it parks
   */
  TeamThread(TaskBatch batch, int worker, int spins) {
    super("varangian-worker");
    setDaemon(true);
    this.batch = batch;
    this.worker = worker;
    this.spins = spins;
    this.waiting = new SpinThenPark(() -> ended || batch.isNewSince(last));
  }

  @Override
  public void run() {
    while (!ended) {
      last = batch.help(last, worker);
      waiting.await(spins);
    }
  }

  /** To be called after a batch has been opened. */
  void wake() {
    waiting.wake();
  }

  /** Lets the thread end. */
  void end() {
    ended = true;
    waiting.wake();
  }
}
