package dev.varangian.conformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The same work in several threads at a time. */
public final class SideBySide {
  private static final int THREADS = 4;

  private SideBySide() {}

  /**
   * What each thread gives, in the order of their numbers from 0.
   *
   * @throws IllegalStateException if one fails
   */
  public static <R> List<R> run(IntFunction<R> work) {
    ExecutorService threads =
        Executors.newFixedThreadPool(
            THREADS,
            task -> {
              Thread thread = new Thread(task, "varangian-conformance");
              thread.setDaemon(true);
              return thread;
            });
    try {
      List<Future<R>> futures =
          IntStream.range(0, THREADS)
              .mapToObj(number -> threads.submit(() -> work.apply(number)))
              .toList();
      List<R> results = new ArrayList<>();
      for (Future<R> future : futures) {
        results.add(future.get());
      }
      return List.copyOf(results);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    } finally {
      threads.shutdownNow();
    }
  }
}
