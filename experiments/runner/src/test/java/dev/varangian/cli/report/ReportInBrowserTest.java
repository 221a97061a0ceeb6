package dev.varangian.cli.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportInBrowserTest {
  private static final Path BROWSER = Path.of("/usr/bin/chromium");

  @TempDir Path folder;

  @BeforeEach
  void find() {
    assumeTrue(Files.isExecutable(BROWSER), "no " + BROWSER + " to open the page with");
  }

  @Test
  void every_plot_is_drawn_without_errors() throws Exception {
    SampleResults.write(folder, "example", List.of("cge", "median", "mean"));
    Opened opened = open(Report.write(folder));
    assertThat(opened.errors()).doesNotContain("CONSOLE");
    // In the order of the plots: a diverged run has no test loss that is finite.
    assertThat(drawn(opened)).containsExactly("3", "3", "3", "2");
    assertThat(Pattern.compile("<canvas").matcher(opened.dom()).results()).hasSize(3 + 1);
    assertThat(Pattern.compile("aria-pressed=\"true\"").matcher(opened.dom()).results())
        .hasSize(3 + 2 + 1); // the filters, the agents and the template
    assertThat(opened.dom())
        .contains("<span>agent 1, faulty</span>", "<span>agent 2</span>", "Agent weights");
  }

  @Test
  void figures_have_rows_of_plots_with_the_fault_free_curve_in_each() throws Exception {
    SampleResults.write(folder, "example", List.of("cge", "median", "mean"));
    SampleResults.writeFigures(folder);
    Opened opened = open(Report.write(folder));
    assertThat(opened.errors()).doesNotContain("CONSOLE");
    // Two rows of loss and accuracy; the fault-free run diverges before the first round drawn.
    assertThat(drawn(opened)).containsExactly("1", "1", "1", "1", "1", "1", "2");
    assertThat(opened.dom()).containsSubsequence("<h3>cge</h3>", "<h3>median</h3>", "fig3");
    assertThat(opened.dom()).contains("<span>fault-free</span>");
  }

  @Test
  void the_controls_work() throws Exception {
    SampleResults.write(folder, "example", List.of("cge", "median", "mean"));
    Opened opened =
        open(
            acting(
                """
                const select = document.querySelector("select");
                select.value = select.options[1].value;
                select.dispatchEvent(new Event("change"));
                document.querySelectorAll("input").forEach((box) => box.click());
                document.querySelectorAll("input").forEach((box) => box.click());
                const first = document.querySelector(".plot");
                first.dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
                setTimeout(() => {
                  first.dispatchEvent(new KeyboardEvent("keydown", { key: "End" }));
                  URL.createObjectURL = (blob) => {
                    blob.text().then((svg) => (document.body.dataset.svg = svg));
                    return "#";
                  };
                  document.querySelectorAll(".save")[0].click();
                  document.body.dataset.values = document.querySelector(".values").textContent;
                  document.querySelector(".legend button").click();
                  document.querySelector("input").click();
                  document.querySelector("input").click();
                  dispatchEvent(new Event("beforeprint"));
                  dispatchEvent(new Event("afterprint"));
                }, 1000);
                """));
    assertThat(opened.errors()).doesNotContain("CONSOLE");
    // A row for each of the three filters, with three measures each; and the agents.
    assertThat(drawn(opened)).hasSize(9 + 1);
    assertThat(opened.dom())
        .contains("aria-pressed=\"false\"")
        .contains("data-values=\"round 250")
        .contains(
            "data-svg=\"&lt;?xml",
            "fill-opacity=",
            "Lines: means over 2 seeds. Bands: minimum to maximum.");
  }

  @Test
  void markup_in_names_is_inert() throws Exception {
    SampleResults.write(folder, SampleResults.HOSTILE, List.of("cge", SampleResults.HOSTILE));
    Opened opened = open(Report.write(folder));
    assertThat(opened.errors()).doesNotContain("CONSOLE");
    assertThat(opened.dom())
        .contains("<title>&lt;/script&gt;&lt;img")
        .doesNotContain("<img")
        .contains("data-drawn=\"2\"");
  }

  private static List<String> drawn(Opened opened) {
    return Pattern.compile("data-drawn=\"(\\d+)\"")
        .matcher(opened.dom())
        .results()
        .map(match -> match.group(1))
        .toList();
  }

  /** The page with a script at its end, which its policy would not allow. */
  private Path acting(String script) throws IOException {
    String page = Files.readString(Report.write(folder));
    return Files.writeString(
        folder.resolve("acting.html"),
        page.replaceFirst("<meta http-equiv=[^>]*>", "")
            .replace("</body>", "<script>" + script + "</script></body>"));
  }

  /** The page after its scripts ran, and what the browser had to say. */
  private record Opened(String dom, String errors) {}

  private Opened open(Path page) throws IOException, InterruptedException {
    Path dom = folder.resolve("dom.html");
    Path errors = folder.resolve("errors.txt");
    Process browser =
        new ProcessBuilder(
                BROWSER.toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--user-data-dir=" + folder.resolve("profile"),
                "--window-size=1600,6000",
                "--virtual-time-budget=5000",
                "--enable-logging=stderr",
                "--dump-dom",
                page.toUri().toString())
            .redirectOutput(dom.toFile())
            .redirectError(errors.toFile())
            .start();
    try {
      assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
    return new Opened(Files.readString(dom), Files.readString(errors));
  }
}
