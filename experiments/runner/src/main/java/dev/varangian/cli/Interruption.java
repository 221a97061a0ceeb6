package dev.varangian.cli;

/** What is done if the command is interrupted while this is open. */
final class Interruption implements AutoCloseable {
  private final Thread hook;

  Interruption(Runnable task) {
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
