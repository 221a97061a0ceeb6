package dev.varangian.cli.report.page;

import dev.varangian.cli.report.group.Section;
import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.results.Provenance;
import java.util.List;

/** The parts of the page that are there or not, or several times, as HTML. */
public final class Parts {
  private Parts() {}

  /** RelativeLink to the sections, where there are several. */
  public static String contents(List<Section> sections) {
    if (sections.size() < 2) {
      return "";
    }
    StringBuilder html = new StringBuilder("<nav aria-label=\"Figures\">\n<ul>\n");
    for (int i = 0; i < sections.size(); i++) {
      String name = sections.get(i).name();
      html.append("<li><a href=\"#curves-")
          .append(i)
          .append("\">")
          .append(Html.escape(name.isEmpty() ? sections.get(i).title() : name))
          .append("</a></li>\n");
    }
    return html.append("</ul>\n</nav>\n").toString();
  }

  /** A place for the plots of each section. */
  public static String sections(List<Section> sections) {
    StringBuilder html = new StringBuilder();
    for (int i = 0; i < sections.size(); i++) {
      String id = "curves-" + i;
      String name = sections.get(i).name();
      html.append("<section class=\"curves\" aria-labelledby=\"")
          .append(id)
          .append("\">\n<h2 id=\"")
          .append(id)
          .append("\">")
          .append(name.isEmpty() ? "" : "<span>" + Html.escape(name) + "</span> ")
          .append(Html.escape(sections.get(i).title()))
          .append("</h2>\n</section>\n");
    }
    return html.toString();
  }

  /** A place for the weights of the agents, where some are known. */
  public static String trust(List<Setting> settings) {
    return settings.stream().allMatch(setting -> setting.agents().isEmpty())
        ? ""
        : "<section aria-labelledby=\"trust-heading\">\n<h2 id=\"trust-heading\">Who was"
            + " trusted</h2>\n<p class=\"note\">The share that each agent had in what the filter"
            + " returned; how often a faulty agent got through and an honest one was dropped"
            + " stands in the table of results.</p>\n</section>\n";
  }

  public static String maps(String maps) {
    return maps.isEmpty()
        ? ""
        : "<section aria-labelledby=\"maps-heading\">\n<h2 id=\"maps-heading\">Final test"
            + " accuracy</h2>\n<p class=\"note\">Means over the seeds, coloured from 0 to 1.</p>\n"
            + maps
            + "</section>\n";
  }

  public static String claims(String table) {
    return table.isEmpty()
        ? ""
        : "<section aria-labelledby=\"claims-heading\">\n<h2 id=\"claims-heading\">What is"
            + " claimed and what was found</h2>\n<div class=\"scroll\" role=\"region\""
            + " aria-labelledby=\"claims-heading\" tabindex=\"0\">\n"
            + table
            + "\n</div>\n</section>\n";
  }

  public static String omissions(List<String> omissions) {
    if (omissions.isEmpty()) {
      return "";
    }
    StringBuilder html =
        new StringBuilder("<div class=\"omissions\">\n<p>Shown without:</p>\n<ul>");
    omissions.forEach(each -> html.append("<li>").append(Html.escape(each)).append("</li>\n"));
    return html.append("</ul>\n</div>").toString();
  }

  public static String origins(List<Provenance> origins) {
    StringBuilder html = new StringBuilder();
    for (Provenance origin : origins) {
      String of = origins.size() == 1 ? "" : " of " + origin.name();
      details(
          "The experiment" + of + ", with every default written out", origin.experiment(), html);
      details("The environment" + of, origin.environment(), html);
    }
    return html.toString();
  }

  private static void details(String summary, String text, StringBuilder html) {
    html.append("<details>\n<summary>")
        .append(Html.escape(summary))
        .append("</summary>\n<pre tabindex=\"0\">")
        .append(Html.escape(text))
        .append("</pre>\n</details>\n");
  }
}
