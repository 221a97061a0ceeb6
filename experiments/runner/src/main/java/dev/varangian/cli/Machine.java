package dev.varangian.cli;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/** What the JVM and the CPU are. */
final class Machine {
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
  static String memory() {
    return String.format(
        Locale.ROOT, "%.1f GiB", Runtime.getRuntime().maxMemory() / (double) (1 << 30));
  }
}
