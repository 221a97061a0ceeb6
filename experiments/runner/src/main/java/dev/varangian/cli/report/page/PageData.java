package dev.varangian.cli.report.page;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.varangian.cli.report.group.Band;
import dev.varangian.cli.report.group.Section;
import dev.varangian.cli.report.group.Setting;
import dev.varangian.cli.report.group.SweptKey;
import dev.varangian.cli.report.results.AgentWeight;
import dev.varangian.cli.report.results.MetricColumn;
import dev.varangian.cli.report.results.Results;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The curves as JSON for the page's script. Numbers have five digits, and curves with the same
 * rounds share one list of them.
 */
final class PageData {
  private static final MathContext DIGITS = new MathContext(5);

  private final Results results;
  private final List<Setting> settings;
  private final Map<List<Integer>, Integer> rounds = new LinkedHashMap<>();

  private PageData(Results results, List<Setting> settings) {
    this.results = results;
    this.settings = settings;
  }

  /**
   * {@code {"block": …, "step": …, "metrics": [{"column": …, "title": …, "description": …}],
   * "keys": [{"name": …, "values": […], "phrases": […]}], "curves": [{"values": [index of the
   * value, by key], "seeds": …, "diverged": …, "bands": {column: {"x": index in rounds, "y": […],
   * "low": […], "high": […]}}, "agents": [{"faulty": …, "x": index in rounds, "y": […]}]}],
   * "sections": […], "rounds": [[…]]}}, without a {@code <}, so that nothing in it can end a script
   * element. A band without width has neither low nor high.
   */
  static String of(Results results, List<Setting> settings, List<Section> sections) {
    return new PageData(results, settings).text(sections);
  }

  private String text(List<Section> sections) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("step", results.thinning().step()).put("block", results.thinning().block());
    ArrayNode metrics = root.putArray("metrics");
    for (MetricColumn metric : results.metrics()) {
      metrics
          .addObject()
          .put("column", metric.column())
          .put("title", metric.title())
          .put("description", metric.description());
    }
    List<SweptKey> keys = SweptKey.of(results.sweptKeys(), settings);
    ArrayNode keyNodes = root.putArray("keys");
    keys.forEach(key -> put(key, keyNodes.addObject()));
    ArrayNode curves = root.putArray("curves");
    settings.forEach(setting -> put(setting, keys, curves.addObject()));
    ArrayNode sectionNodes = root.putArray("sections");
    sections.forEach(section -> put(section, sectionNodes.addObject()));
    ArrayNode roundNodes = root.putArray("rounds");
    rounds.keySet().forEach(each -> each.forEach(roundNodes.addArray()::add));
    return root.toString().replace("<", "\\u003c");
  }

  private static void put(SweptKey key, ObjectNode node) {
    node.put("name", key.name());
    key.values().forEach(node.putArray("values")::add);
    key.values().stream().map(key::phrase).forEach(node.putArray("phrases")::add);
  }

  private void put(Setting setting, List<SweptKey> keys, ObjectNode node) {
    ArrayNode values = node.putArray("values");
    for (int i = 0; i < keys.size(); i++) {
      values.add(keys.get(i).values().indexOf(setting.values().get(i)));
    }
    node.put("seeds", setting.runs().size());
    node.put("diverged", setting.diverged());
    ObjectNode bands = node.putObject("bands");
    for (String column : setting.columns()) {
      put(setting.band(column), bands.putObject(column));
    }
    ArrayNode agents = node.putArray("agents");
    for (AgentWeight agent : setting.agents()) {
      ObjectNode agentNode = agents.addObject().put("faulty", agent.faulty());
      put(agent.weight().rounds(), agent.weight().values(), agentNode);
    }
  }

  private void put(Band band, ObjectNode node) {
    put(band.rounds(), band.mean(), node);
    if (!band.low().equals(band.high())) {
      put(band.low(), node.putArray("low"));
      put(band.high(), node.putArray("high"));
    }
  }

  private void put(List<Integer> at, List<Double> values, ObjectNode node) {
    node.put("x", rounds.computeIfAbsent(at, key -> rounds.size()));
    put(values, node.putArray("y"));
  }

  private static void put(List<Double> values, ArrayNode array) {
    for (double value : values) {
      array.add(new BigDecimal(value).round(DIGITS).stripTrailingZeros());
    }
  }

  private void put(Section section, ObjectNode node) {
    node.put("name", section.name());
    node.put("title", section.title());
    node.put("rows", section.rows());
    node.put("from", section.fromRound());
    section.curves().forEach(node.putArray("curves")::add);
    section.faultFree().forEach(node.putArray("faultFree")::add);
    ObjectNode shared = node.putObject("shared");
    section.shared(settings).forEach(shared::put);
  }
}
