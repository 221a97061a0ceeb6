package dev.varangian.core.data;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Reads a stream in a separate thread, with a limit on the wait for the next byte. */
final class PatientReader implements AutoCloseable {
  private final InputStream in;
  private final Duration patience;
  private final ExecutorService reader =
      Executors.newSingleThreadExecutor(
          task -> {
            Thread thread = new Thread(task, "download");
            thread.setDaemon(true);
            return thread;
          });

  /** Signals that no data arrived in time. */
  static final class StalledException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param in a stream whose {@code close} unblocks a {@code read} in another thread
   * @param patience the longest wait for a byte
   */
  PatientReader(InputStream in, Duration patience) {
    this.in = in;
    this.patience = patience;
  }

  /**
   * Reads the available data, at least one byte.
   *
   * @return the number of bytes, or -1 at the end
   * @throws StalledException if no data arrives in time
   */
  int read(byte[] buffer) throws IOException, InterruptedException {
    Future<Integer> count = reader.submit(() -> in.read(buffer));
    try {
      return count.get(patience.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException e) {
      throw new StalledException();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException own ? own : new IOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    reader.shutdownNow();
    in.close();
  }
}
