package dev.varangian.cli.commands;

import com.sun.management.HotSpotDiagnosticMXBean;
import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the JVM and the CPU are. */
public final class Machine {
  private static final int MOMENT_MS = 500;

  private Machine() {}

  /** For instance {@code 17.0.15 (Debian)}. */
  static String java() {
    return System.getProperty("java.version") + " (" + System.getProperty("java.vendor") + ")";
  }

  /**
   * Whether fused multiply-adds run in hardware. Without, {@link Math#fma} computes each one with
   * big decimals, thousands of times slower.
   */
  static boolean fusedMultiplyAdd() {
    HotSpotDiagnosticMXBean hotspot =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    try {
      return hotspot == null || Boolean.parseBoolean(hotspot.getVMOption("UseFMA").getValue());
    } catch (IllegalArgumentException e) {
      // A JVM without this switch: its CPUs are newer than fused multiply-adds.
      return true;
    }
  }

  /** How much memory this JVM may use, for instance {@code 5.2 GiB}. */
  public static String memory() {
    return String.format(
        Locale.ROOT, "%.1f GiB", Runtime.getRuntime().maxMemory() / (double) (1 << 30));
  }

  /** The share of the processors that work for others while this process waits a moment, 0 to 1. */
  static double loadOfOthers() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    if (system == null) {
      return 0;
    }
    // Each tells the load since it was last asked.
    system.getCpuLoad();
    system.getProcessCpuLoad();
    try {
      Thread.sleep(MOMENT_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Math.max(0, system.getCpuLoad() - Math.max(0, system.getProcessCpuLoad()));
  }
}
