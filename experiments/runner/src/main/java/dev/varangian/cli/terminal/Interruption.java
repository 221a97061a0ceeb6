package dev.varangian.cli.terminal;

/** What is done if the user interrupts the command while this is open. */
public final class Interruption implements AutoCloseable {
  private final Thread hook;

  public Interruption(Runnable task) {
    this.hook = new Thread(task);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is already going down, and the hook is at work.
    }
  }
}
