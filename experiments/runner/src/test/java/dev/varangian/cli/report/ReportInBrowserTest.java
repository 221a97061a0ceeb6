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
  void every_chart_is_drawn_and_nothing_is_wrong() throws Exception {
    SampleResults.write(folder, "example", List.of("cge", "median", "mean"));
    Opened opened = open(Report.write(folder));
    assertThat(opened.errors()).doesNotContain("CONSOLE");
    // The test loss of the two runs that diverge is never finite.
    assertThat(
            Pattern.compile("data-drawn=\"(\\d+)\"")
                .matcher(opened.dom())
                .results()
                .map(match -> match.group(1)))
        .containsExactly("6", "4", "6", "6");
    assertThat(Pattern.compile("<canvas").matcher(opened.dom()).results()).hasSize(4);
    assertThat(Pattern.compile("aria-pressed=\"true\"").matcher(legend(opened)).results())
        .hasSize(3);
  }

  @Test
  void markup_in_names_does_nothing() throws Exception {
    SampleResults.write(folder, SampleResults.HOSTILE, List.of("cge", SampleResults.HOSTILE));
    Opened opened = open(Report.write(folder));
    assertThat(opened.errors()).doesNotContain("CONSOLE");
    assertThat(opened.dom())
        .contains("<title>&lt;/script&gt;&lt;img")
        .doesNotContain("<img")
        .contains("data-drawn=\"4\"");
  }

  private static String legend(Opened opened) {
    int from = opened.dom().indexOf("id=\"legend\"");
    return opened.dom().substring(from, opened.dom().indexOf("</div>", from));
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
