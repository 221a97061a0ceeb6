package dev.varangian.conformance.check;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** Runs the same work in several threads concurrently. */
public final class Concurrently {
  private static final int THREADS = 4;

  private Concurrently() {}

  /**
   * Returns the result of each thread in the order of their numbers from 0. The tasks are prepared
   * one after the other and start together, so that even short ones overlap.
   *
   * @throws IllegalStateException if one fails
   */
  public static <R> List<R> run(IntFunction<Supplier<R>> prepare) {
    List<Supplier<R>> works = IntStream.range(0, THREADS).mapToObj(prepare).toList();
    CountDownLatch ready = new CountDownLatch(THREADS);
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
          works.stream().map(work -> threads.submit(() -> together(ready, work))).toList();
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

  private static <R> R together(CountDownLatch ready, Supplier<R> work)
      throws InterruptedException {
    ready.countDown();
    ready.await();
    return work.get();
  }
}
