package dev.varangian.benchmarks.peers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A kind of process that is compared: what it runs and all its settings.
 *
 * @param setting what tells it from others of its kind, for the table
 * @param javaHome the JVM that runs it
 * @param options the JVM's options
 * @param environment what is set in its environment; an empty value is taken out of it
 */
record Station(
    String works,
    int threads,
    String setting,
    Path javaHome,
    List<String> options,
    Map<String, String> environment) {

  private static final String VECTOR_MODULE = "--add-modules=jdk.incubator.vector";

  /** Varangian in the JVM of {@code javaHome}, as its launcher starts it. */
  static Station ours(int threads, String setting, Path javaHome) {
    return new Station(
        "ours",
        threads,
        setting,
        javaHome,
        List.of(VECTOR_MODULE, "-XX:+UseG1GC", "-Dguice_bytecode_gen_option=DISABLED"),
        Map.of("VARANGIAN_KERNELS", ""));
  }

  /** The same with the kernels that do without the Vector API. */
  Station scalar() {
    return new Station(
        works, threads, "scalar", javaHome, options, Map.of("VARANGIAN_KERNELS", "scalar"));
  }

  /**
   * libtorch on OpenMP's threads, with OpenBLAS on one: two pools that wait for each other make it
   * many times slower.
   *
   * @param policy OMP_WAIT_POLICY; empty for OpenMP's own
   * @param natives the folder where the native libraries are unpacked
   */
  static Station torch(int threads, String policy, Path javaHome, Path natives) {
    return new Station(
        "torch",
        threads,
        policy.isEmpty() ? "default" : policy,
        javaHome,
        List.of(
            VECTOR_MODULE,
            "-XX:+UseG1GC",
            "-Dguice_bytecode_gen_option=DISABLED",
            "-Dorg.bytedeco.javacpp.cachedir=" + natives,
            // Asking the system for the memory in use at each allocation would slow it down.
            "-Dorg.bytedeco.javacpp.maxbytes=0",
            "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"),
        Map.of(
            "OPENBLAS_NUM_THREADS",
            "1",
            "OMP_NUM_THREADS",
            String.valueOf(threads),
            "OMP_WAIT_POLICY",
            policy,
            "VARANGIAN_KERNELS",
            ""));
  }

  /** libtorch with OpenBLAS on as many threads as OpenMP, which helps lone matrix products only. */
  Station withOpenBlasThreads() {
    Map<String, String> changed = new HashMap<>(environment);
    changed.put("OPENBLAS_NUM_THREADS", String.valueOf(threads));
    return new Station(
        works, threads, "OpenBLAS " + threads, javaHome, options, Map.copyOf(changed));
  }

  /** Starts such a process, with this process's class path. */
  ProcessBuilder command() {
    List<String> command = new ArrayList<>();
    command.add(javaHome.resolve("bin").resolve("java").toString());
    command.addAll(options);
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            WorkServer.class.getName(),
            works,
            String.valueOf(threads)));
    ProcessBuilder builder = new ProcessBuilder(command);
    environment.forEach(
        (name, value) -> {
          if (value.isEmpty()) {
            builder.environment().remove(name);
          } else {
            builder.environment().put(name, value);
          }
        });
    return builder;
  }

  /** For instance {@code torch, 2 threads, PASSIVE}. */
  @Override
  public String toString() {
    return works + ", " + (threads == 1 ? "1 thread" : threads + " threads") + ", " + setting;
  }
}
