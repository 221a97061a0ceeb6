package dev.varangian.core.parallel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class ThreadTeamTest {

  @ParameterizedTest(name = "{0} threads, {1} tasks")
  @CsvSource({"1, 0", "1, 1", "1, 100", "2, 0", "2, 1", "2, 2", "2, 1000", "7, 3", "7, 1000"})
  void every_task_runs_once_and_no_two_at_a_time_have_one_worker(int threads, int count) {
    AtomicIntegerArray runs = new AtomicIntegerArray(count);
    AtomicIntegerArray busy = new AtomicIntegerArray(threads);
    try (ThreadTeam workers = new ThreadTeam(threads)) {
      assertThat(workers.threads()).isEqualTo(threads);
      for (int round = 1; round <= 5; round++) {
        workers.run(
            count,
            (task, worker) -> {
              assertThat(busy.incrementAndGet(worker)).isEqualTo(1);
              runs.incrementAndGet(task);
              busy.decrementAndGet(worker);
            });
        for (int task = 0; task < count; task++) {
          assertThat(runs.get(task)).isEqualTo(round);
        }
      }
    }
  }

  @Test
  void several_threads_do_work_side_by_side() {
    CountDownLatch both = new CountDownLatch(2);
    try (ThreadTeam workers = new ThreadTeam(2)) {
      workers.run(
          2,
          (task, worker) -> {
            both.countDown();
            assertThat(awaited(both)).isTrue();
          });
    }
  }

  @Test
  void no_worker_has_a_number_that_there_are_no_tasks_for() {
    try (ThreadTeam workers = new ThreadTeam(4)) {
      for (int round = 0; round < 2000; round++) {
        workers.run(8, (task, worker) -> assertThat(worker).isLessThan(4)); // all are awake now
        workers.run(2, (task, worker) -> assertThat(worker).isLessThan(2));
      }
    }
  }

  @Test
  void a_task_that_fails_fails_the_call_and_the_workers_go_on() {
    try (ThreadTeam workers = new ThreadTeam(3)) {
      for (int bad = 0; bad < 20; bad++) {
        int failing = bad;
        assertThatIllegalStateException()
            .isThrownBy(
                () ->
                    workers.run(
                        20,
                        (task, worker) -> {
                          if (task == failing) {
                            throw new IllegalStateException("task " + task);
                          }
                        }))
            .withMessage("task " + failing);
        assertThatExceptionOfType(AssertionError.class)
            .isThrownBy(
                () ->
                    workers.run(
                        20,
                        (task, worker) -> {
                          if (task == failing) {
                            throw new AssertionError();
                          }
                        }));
      }
      AtomicIntegerArray runs = new AtomicIntegerArray(5);
      workers.run(5, (task, worker) -> runs.incrementAndGet(task));
      assertThat(runs.toString()).isEqualTo("[1, 1, 1, 1, 1]");
    }
  }

  @Test
  void of_several_failures_the_lowest_task_counts_whatever_the_timing() {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      CountDownLatch other = new CountDownLatch(1);
      assertThatIllegalStateException()
          .isThrownBy(
              () ->
                  workers.run(
                      2,
                      (task, worker) -> {
                        if (task == 0) {
                          assertThat(awaited(other)).isTrue();
                          pause();
                        } else {
                          other.countDown();
                        }
                        throw new IllegalStateException("task " + task);
                      }))
          .withMessage("task 0");
    }
  }

  @Test
  void when_a_call_fails_no_thread_is_at_work_any_more() {
    try (ThreadTeam workers = new ThreadTeam(3)) {
      for (int quick = 0; quick < 3; quick++) {
        int failing = quick;
        CountDownLatch started = new CountDownLatch(3);
        AtomicIntegerArray done = new AtomicIntegerArray(3);
        assertThatIllegalStateException()
            .isThrownBy(
                () ->
                    workers.run(
                        3,
                        (task, worker) -> {
                          started.countDown();
                          assertThat(awaited(started)).isTrue();
                          if (task == failing) {
                            throw new IllegalStateException();
                          }
                          pause();
                          done.incrementAndGet(task);
                        }));
        for (int task = 0; task < 3; task++) {
          assertThat(done.get(task)).isEqualTo(task == failing ? 0 : 1);
        }
      }
    }
  }

  @Test
  void an_interrupt_does_not_stop_the_tasks_and_is_not_forgotten() throws Exception {
    AtomicBoolean still = new AtomicBoolean();
    AtomicReference<String> runs = new AtomicReference<>("");
    Thread caller =
        new Thread(
            () -> {
              try (ThreadTeam workers = new ThreadTeam(2)) {
                AtomicIntegerArray done = new AtomicIntegerArray(4);
                Thread.currentThread().interrupt();
                workers.run(4, (task, worker) -> done.incrementAndGet(task));
                still.set(Thread.currentThread().isInterrupted());
                runs.set(done.toString());
              }
            });
    caller.start();
    caller.join();
    assertThat(still).isTrue();
    assertThat(runs).hasValue("[1, 1, 1, 1]");
  }

  @Test
  void its_threads_end_when_it_is_closed_and_never_keep_the_jvm_alive() throws Exception {
    AtomicReference<Thread> helper = new AtomicReference<>();
    CountDownLatch both = new CountDownLatch(2);
    try (ThreadTeam workers = new ThreadTeam(2)) {
      workers.run(
          2,
          (task, worker) -> {
            both.countDown();
            assertThat(awaited(both)).isTrue();
            if (worker == 1) {
              helper.set(Thread.currentThread());
            }
          });
      assertThat(helper.get().isDaemon()).isTrue();
    }
    helper.get().join(10_000);
    assertThat(helper.get().isAlive()).isFalse();
  }

  @Test
  void a_call_from_a_task_does_its_tasks_on_the_spot() {
    AtomicIntegerArray runs = new AtomicIntegerArray(50);
    try (ThreadTeam workers = new ThreadTeam(3)) {
      workers.run(
          10,
          (outer, worker) -> {
            Thread here = Thread.currentThread();
            workers.run(
                5,
                (inner, nobody) -> {
                  assertThat(Thread.currentThread()).isSameAs(here);
                  runs.incrementAndGet(outer * 5 + inner);
                });
          });
    }
    for (int task = 0; task < 50; task++) {
      assertThat(runs.get(task)).isEqualTo(1);
    }
  }

  @Test
  void an_idle_helper_parks_and_is_woken_by_the_next_call() throws Exception {
    AtomicReference<Thread> helper = new AtomicReference<>();
    try (ThreadTeam workers = new ThreadTeam(2)) {
      for (int call = 0; call < 5; call++) {
        CountDownLatch both = new CountDownLatch(2);
        workers.run(
            2,
            (task, worker) -> {
              both.countDown();
              assertThat(awaited(both)).isTrue();
              if (worker == 1) {
                helper.set(Thread.currentThread());
              }
            });
        while (helper.get().getState() != Thread.State.WAITING) {
          Thread.sleep(1);
        }
      }
    }
  }

  @Test
  void many_short_calls_lose_no_task() {
    try (ThreadTeam workers = new ThreadTeam(2)) {
      int[] sums = new int[2];
      for (int call = 0; call < 20_000; call++) {
        workers.run(3, (task, worker) -> sums[worker] += task);
      }
      assertThat(sums[0] + sums[1]).isEqualTo(60_000);
    }
  }

  @Test
  void there_is_at_least_one_thread() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThreadTeam(0))
        .withMessage("expected at least 1 thread, not 0");
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
