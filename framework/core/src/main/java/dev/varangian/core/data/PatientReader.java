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

/** Reads a stream that may stall, in a thread of its own: to wait for a byte has a limit. */
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

  /** No byte came for too long. */
  static final class StalledException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * @param in one whose {@code close} ends a {@code read} that waits in another thread
   * @param patience the longest wait for a byte
   */
  PatientReader(InputStream in, Duration patience) {
    this.in = in;
    this.patience = patience;
  }

  /**
   * Reads what is there, at least a byte.
   *
   * @return how many bytes, or -1 at the end
   * @throws StalledException if none comes in time
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
