package dev.varangian.cli.report.page;

import dev.varangian.cli.report.results.ReportedRun;
import dev.varangian.cli.report.results.Results;
import dev.varangian.core.record.RunSummary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;

/** The table of results as HTML. */
public final class ResultsTable {
  private static final MathContext SHOWN = new MathContext(4);

  private ResultsTable() {}

  public static String of(Results results) {
    StringBuilder html = new StringBuilder("<table class=\"runs\">\n");
    html.append(
            "<caption><span>One row for each finished run. Accuracies and losses are those of the")
        .append(" test set; numbers are rounded, <code>summary.csv</code> has them in full. Let")
        .append(" through is a faulty agent in a round in which the filter gave it a weight above")
        .append(" 0, dropped an honest one with the weight 0.")
        .append("</span></caption>\n<thead><tr>");
    if (results.sweptKeys().isEmpty()) {
      heading("run", html);
    }
    results.sweptKeys().forEach(key -> heading(key, html));
    RunSummary.COLUMNS.forEach(column -> heading(inWords(column), html));
    heading("weight of faulty agents", html);
    heading("faulty let through", html);
    heading("honest dropped", html);
    heading("files", html);
    html.append("</tr></thead>\n<tbody>\n");
    results.runs().forEach(run -> row(run, results.title(), html));
    return html.append("</tbody>\n</table>").toString();
  }

  private static void heading(String text, StringBuilder html) {
    html.append("<th scope=\"col\">").append(Html.escape(text)).append("</th>");
  }

  private static void row(ReportedRun run, String title, StringBuilder html) {
    List<String> swept =
        run.swept().isEmpty()
            ? List.of(title)
            : run.swept().stream().map(value -> value.isEmpty() ? "none" : value).toList();
    html.append("<tr><th scope=\"row\">").append(Html.escape(swept.get(0))).append("</th>");
    swept.stream().skip(1).forEach(value -> cell(value, html));
    for (int i = 0; i < run.results().size(); i++) {
      result(RunSummary.COLUMNS.get(i), run.results().get(i), html);
    }
    result("", Double.isNaN(run.faultyShare()) ? "" : Double.toString(run.faultyShare()), html);
    share(run.trust().letThrough(), run.trust().faulty(), html);
    share(run.trust().dropped(), run.trust().honest(), html);
    html.append("<td>");
    if (run.link().isEmpty()) {
      html.append(Html.escape(run.id()));
    } else {
      html.append("<a href=\"")
          .append(Html.escape(run.link()))
          .append("\">")
          .append(Html.escape(run.id()))
          .append("</a>");
    }
    html.append("</td></tr>\n");
  }

  /** A count of cases as a percentage, with the count itself for who points at it. */
  private static void share(long counted, long cases, StringBuilder html) {
    if (cases == 0) {
      cell("–", html);
      return;
    }
    html.append("<td class=\"number\" title=\"")
        .append(counted)
        .append(" of ")
        .append(cases)
        .append("\">")
        .append(percentage(counted, cases))
        .append("</td>");
  }

  /** Nothing but none is 0 %, nothing but all is 100 %. */
  public static String percentage(long counted, long cases) {
    if (counted == 0 || counted == cases) {
      return counted == 0 ? "0 %" : "100 %";
    }
    double percents = Math.max(0.1, Math.min(99.9, 100.0 * counted / cases));
    return String.format(Locale.ROOT, "%.1f %%", percents);
  }

  private static void result(String column, String value, StringBuilder html) {
    if (column.equals("resilience_condition")) {
      cell(value.equals("true") ? "met" : "not met", html);
    } else if (value.isEmpty()) {
      cell("–", html);
    } else {
      html.append("<td class=\"number\"><data value=\"")
          .append(Html.escape(value))
          .append("\">")
          .append(Html.escape(rounded(value)))
          .append("</data></td>");
    }
  }

  private static void cell(String text, StringBuilder html) {
    html.append("<td>").append(Html.escape(text)).append("</td>");
  }

  private static String inWords(String column) {
    return column.replace('_', ' ');
  }

  /** Four significant digits; whole numbers are left alone. */
  public static String rounded(String number) {
    try {
      if (number.matches("-?[0-9]+")) {
        return number;
      }
      BigDecimal value = new BigDecimal(number).round(SHOWN);
      int exponent = value.precision() - value.scale() - 1;
      return value.signum() == 0 || (exponent >= -4 && exponent < 6)
          ? value.toPlainString()
          : String.format(Locale.ROOT, "%.3e", value);
    } catch (NumberFormatException e) {
      return number;
    }
  }
}
