package dev.varangian.cli.report.page;

import dev.varangian.cli.report.group.Section;
import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.results.Provenance;
import dev.varangian.cli.report.results.Results;
import dev.varangian.cli.text.Templates;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that the template of the page fills in. Lists with at most one element stand for parts
 * that a page may lack.
 *
 * @param policy the content security policy: load nothing, run only the page's own two scripts
 * @param contents links to the sections; empty if there is only one section
 * @param weights whether the weights of agents are known
 * @param data the curves, for the script
 */
public record Page(
    String title,
    String policy,
    List<Facts.Fact> facts,
    List<String> omissions,
    List<Heading> contents,
    List<ClaimEntry> claims,
    List<Heading> sections,
    boolean weights,
    List<HeatMaps.Pair> maps,
    List<SeedsTable> seeds,
    ResultsTable results,
    List<SourceFile> sources,
    String data,
    Scripts scripts,
    Styles styles) {

  /**
   * The heading of a section.
   *
   * @param id of the element
   * @param figure the name of a figure; empty if it is not one
   * @param text its title
   */
  record Heading(String id, String figure, String text) {}

  /** A file of a results folder, shown as it is. */
  record SourceFile(String title, String content) {}

  /** The two scripts. */
  record Scripts(String uplot, String own) {}

  /** The two style sheets. */
  record Styles(String uplot, String own) {}

  /** The HTML of some results: one file that needs no other. */
  public static String html(Results results) {
    return Templates.html(Page.class).fill("page.html", of(results));
  }

  private static Page of(Results results) {
    List<Setting> settings = Setting.of(results.sweptKeys(), results.runs());
    List<Section> sections = Section.of(results, settings);
    List<Heading> headings = headings(sections);
    Scripts scripts = new Scripts(Resources.uplotScript(), Resources.script());
    return new Page(
        results.title(),
        Resources.policy(scripts.uplot(), scripts.own()),
        Facts.of(results),
        results.omissions(),
        headings.size() < 2 ? List.of() : headings,
        results.claims().stream().map(ClaimEntry::of).toList(),
        headings,
        settings.stream().anyMatch(setting -> !setting.agents().isEmpty()),
        HeatMaps.of(results, settings),
        SeedsTable.of(results, settings).stream().toList(),
        ResultsTable.of(results),
        sources(results.provenance()),
        PageData.of(results, settings, sections),
        scripts,
        new Styles(Resources.uplot("dist/uPlot.min.css"), Resources.own("report.css")));
  }

  private static List<Heading> headings(List<Section> sections) {
    List<Heading> headings = new ArrayList<>();
    for (Section section : sections) {
      headings.add(new Heading("curves-" + headings.size(), section.name(), section.title()));
    }
    return headings;
  }

  private static List<SourceFile> sources(List<Provenance> all) {
    return all.stream()
        .flatMap(
            each -> {
              String of = all.size() == 1 ? "" : " of " + each.folder();
              return Stream.of(
                  new SourceFile("Experiment" + of + ", with all defaults", each.experiment()),
                  new SourceFile("Environment" + of, each.environment()));
            })
        .toList();
  }
}
