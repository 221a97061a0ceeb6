package dev.varangian.cli.report.page;

import dev.varangian.cli.report.results.ClaimRow;
import java.util.List;

/** What was claimed and what was found, as HTML. */
public final class ClaimsTable {
  private ClaimsTable() {}

  /** A table; nothing where there are no claims. */
  public static String of(List<ClaimRow> claims) {
    if (claims.isEmpty()) {
      return "";
    }
    StringBuilder html = new StringBuilder("<table class=\"claims\">\n<thead><tr>");
    for (String heading : List.of("figure", "claim", "verdict", "measured")) {
      html.append("<th scope=\"col\">").append(heading).append("</th>");
    }
    html.append("</tr></thead>\n<tbody>\n");
    claims.forEach(claim -> row(claim, html));
    return html.append("</tbody>\n</table>").toString();
  }

  private static void row(ClaimRow claim, StringBuilder html) {
    Verdict verdict = Verdict.of(claim.verdict());
    html.append("<tr><td>")
        .append(Html.escape(claim.figure()))
        .append("</td><th scope=\"row\">")
        .append(Html.escape(claim.claim()))
        .append("</th><td class=\"verdict ")
        .append(verdict.style)
        .append("\"><span aria-hidden=\"true\">")
        .append(verdict.sign)
        .append("</span> ")
        .append(Html.escape(claim.verdict()))
        .append("</td><td>")
        .append(Html.escape(claim.measured()));
    if (!claim.against().isEmpty()) {
      html.append("<details><summary>against it</summary><ul>");
      for (String against : claim.against().split("; ", -1)) {
        html.append("<li>").append(Html.escape(against)).append("</li>");
      }
      html.append("</ul></details>");
    }
    html.append("</td></tr>\n");
  }

  /** How a verdict is marked, so that it can be told without its colour. */
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

    static Verdict of(String words) {
      if (words.equals("holds")) {
        return HOLDS;
      }
      if (!words.startsWith("holds in ")) {
        return UNKNOWN;
      }
      return words.startsWith("holds in 0 ") ? FAILS : PARTLY;
    }
  }
}
