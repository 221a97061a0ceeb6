package dev.varangian.cli.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The curves as the page's script reads them. */
final class CurvesJson {
  private CurvesJson() {}

  /**
   * {@code {"step": …, "block": …, "runs": [{"group": …, "label": …, "curves": {column: {"x": […],
   * "y": […]}}}]}}, without a {@code <}, so that nothing in it can end a script element.
   */
  static String of(Results results) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("step", results.step()).put("block", results.block());
    ArrayNode runs = root.putArray("runs");
    for (ReportedRun run : results.runs()) {
      RunLabel label = RunLabel.of(results.sweptKeys(), run.swept(), results.title());
      ObjectNode node = runs.addObject().put("group", label.group()).put("label", label.text());
      ObjectNode curves = node.putObject("curves");
      run.curves().forEach((column, curve) -> put(curve, curves.putObject(column)));
    }
    return root.toString().replace("<", "\\u003c");
  }

  private static void put(Curve curve, ObjectNode node) {
    ArrayNode x = node.putArray("x");
    curve.rounds().forEach(x::add);
    ArrayNode y = node.putArray("y");
    curve.values().forEach(y::add);
  }
}
