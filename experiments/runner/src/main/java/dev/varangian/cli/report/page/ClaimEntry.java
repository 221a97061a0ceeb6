package dev.varangian.cli.report.page;

import dev.varangian.cli.report.results.ClaimRow;
import java.util.List;

/**
 * A row of the table of claims.
 *
 * @param style the CSS class of the verdict
 * @param sign marks the verdict without colour
 */
record ClaimEntry(
    String figure,
    String claim,
    String verdict,
    String style,
    String sign,
    String measured,
    List<String> exceptions) {

  static ClaimEntry of(ClaimRow row) {
    Verdict verdict = Verdict.of(row.verdict());
    return new ClaimEntry(
        row.figure(),
        row.claim(),
        row.verdict(),
        verdict.style,
        verdict.sign,
        row.measured(),
        row.against().isEmpty() ? List.of() : List.of(row.against().split("; ", -1)));
  }

  private enum Verdict {
    HOLDS("holds", "✓"),
    PARTLY("partly", "◐"),
    FAILS("fails", "✗"),
    UNKNOWN("unknown", "–");

    private final String style;
    private final String sign;

    Verdict(String style, String sign) {
      this.style = style;
      this.sign = sign;
    }

    static Verdict of(String text) {
      if (text.equals("holds")) {
        return HOLDS;
      }
      if (!text.startsWith("holds in ")) {
        return UNKNOWN;
      }
      return text.startsWith("holds in 0 ") ? FAILS : PARTLY;
    }
  }
}
