package dev.varangian.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import dev.varangian.core.catalogue.plugin.Sha256;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A foreign data set that declares its files is listed, fetched, imported and verified. */
class DataTest {
  private static final byte[] CONTENT = "ten digits".getBytes(StandardCharsets.UTF_8);
  private static final String SOURCE =
      """
      import dev.varangian.spi.*;
      import dev.varangian.spi.context.*;
      import dev.varangian.spi.data.*;
      import dev.varangian.spi.fault.*;
      import dev.varangian.spi.filter.*;
      import dev.varangian.spi.training.*;
      import dev.varangian.tensor.operation.Shape;
      import jakarta.inject.Inject;
      import java.util.List;

      public final class MyData implements Plugin {
        @DataFiles(
            value = @DataFiles.File(name = "all.bin", sha256 = "SHA256", bytes = 10),
            mirrors = "MIRROR",
            origin = "https://example.org/mine")
        public static final class Mine implements Dataset {
          @Inject Mine() {}
          public Shape inputShape() { return Shape.of(1); }
          public int classes() { return 0; }
          public Samples training() { throw new UnsupportedOperationException(); }
          public Samples test() { throw new UnsupportedOperationException(); }
        }

        public List<Component<?>> components() {
          return List.of(Component.dataset("mine", Mine.class));
        }
      }
      """;

  @TempDir Path folder = Path.of("");
  private HttpServer server;
  private String mirror = "";
  private Path jar = Path.of("");
  private Path data = Path.of("");

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    mirror = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    jar = jarOf(SOURCE.replace("SHA256", Sha256.of(CONTENT)).replace("MIRROR", mirror));
    data = folder.resolve("data");
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private void serve(byte[] content) {
    server.createContext(
        "/all.bin.gz",
        exchange -> {
          exchange.sendResponseHeaders(200, content.length);
          exchange.getResponseBody().write(content);
          exchange.close();
        });
    server.start();
  }

  private Path jarOf(String source) throws IOException {
    Path file = Files.writeString(folder.resolve("MyData.java"), source);
    Path classes = folder.resolve("classes");
    Path service =
        Files.createDirectories(classes.resolve("META-INF/services"))
            .resolve("dev.varangian.spi.Plugin");
    Files.writeString(service, "MyData\n");
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                classes.toString(),
                file.toString());
    assertThat(code).isZero();
    Path made = folder.resolve("my-data.jar");
    java.util.spi.ToolProvider.findFirst("jar")
        .orElseThrow()
        .run(System.out, System.err, "-cf", made.toString(), "-C", classes.toString(), ".");
    return made;
  }

  private Invocation data(String... words) {
    return Invocation.of(
        Stream.of(
                List.of("data"),
                List.of(words),
                List.of("--plugins", jar.toString(), "--data", data.toString()))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private void assertRefused(Invocation call, String message) {
    assertThat(call.err()).isEqualTo("varangian: " + message + "\n");
    assertThat(call.code()).isEqualTo(2);
    assertThat(call.out()).isEmpty();
  }

  @Test
  void what_is_fetched_is_there_and_right() {
    serve(CONTENT);
    Path mine = data.resolve("mine");
    assertThat(data("list").out()).containsPattern("mine +missing +" + mine);

    Invocation fetch = data("fetch", "mine");

    assertThat(fetch.code()).as(fetch.err()).isZero();
    assertThat(fetch.out()).isEqualTo("1 file fetched and verified: " + mine + "\n");
    assertThat(fetch.err()).isEqualTo("varangian: fetching " + mirror + "all.bin.gz\n");
    assertThat(mine.resolve("all.bin")).hasBinaryContent(CONTENT);
    assertThat(data("list").out()).containsPattern("mine +complete +" + mine);
    assertThat(data("verify", "mine").out()).isEqualTo(mine.resolve("all.bin") + ": right\n");
    assertThat(data("fetch", "mine").out())
        .isEqualTo("mine is already there and verified: " + mine + "\n");
  }

  @Test
  void without_a_network_one_line_says_what_to_do() {
    server.start();
    server.stop(0);

    Invocation call = data("fetch", "mine");

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err().lines().skip(1))
        .containsExactly(
            "varangian: could not fetch mine: "
                + mirror
                + "all.bin.gz: no connection (without a network: get the files from"
                + " https://example.org/mine, then varangian data import mine --from DIR)");
    assertThat(data).doesNotExist();
  }

  @Test
  void a_fetch_that_is_ended_prints_the_command_that_goes_on() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    server.createContext(
        "/all.bin.gz",
        exchange -> {
          exchange.sendResponseHeaders(200, CONTENT.length);
          exchange.getResponseBody().write(CONTENT, 0, 4);
          exchange.getResponseBody().flush();
          begun.countDown();
          await(ended);
          exchange.close();
        });
    server.start();
    Path err = folder.resolve("err");
    Process fetch =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "dev.varangian.cli.Main",
                "data",
                "fetch",
                "mine",
                "--plugins",
                jar.toString(),
                "--data",
                data.toString())
            .redirectError(err.toFile())
            .start();
    try {
      assumeTrue(fetch.supportsNormalTermination(), "no signals on this system");
      assertThat(begun.await(60, TimeUnit.SECONDS)).as(Files.readString(err)).isTrue();
      fetch.destroy();
      assertThat(fetch.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      fetch.destroyForcibly();
      ended.countDown();
    }
    assertThat(Files.readString(err))
        .contains(
            "varangian: interrupted; to resume: varangian data fetch mine"
                + " --plugins "
                + jar
                + " --data "
                + data
                + "\n");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_wrong_checksum_is_refused_and_leaves_nothing() {
    serve("ten digit$".getBytes(StandardCharsets.UTF_8));

    Invocation call = data("fetch", "mine");

    assertThat(call.code()).isEqualTo(2);
    assertThat(call.err()).contains(": SHA-256 ").contains("expected ").hasLineCount(2);
    assertThat(call.err()).doesNotContain("without a network");
    assertThat(data).doesNotExist();
  }

  @Test
  void what_is_imported_is_there_and_what_is_damaged_is_not() throws IOException {
    Path from = Files.createDirectories(folder.resolve("from"));
    assertRefused(
        data("import", "mine", "--from", from.toString()),
        from + ": there is no all.bin, plain or as .gz");
    Files.writeString(from.resolve("all.bin"), "nine");
    assertRefused(
        data("import", "mine", "--from", from.toString()),
        from.resolve("all.bin") + ": holds 4 bytes, expected 10");
    assertThat(data).doesNotExist();

    Files.write(from.resolve("all.bin"), CONTENT);
    assertThat(data("import", "mine", "--from", from.toString()).out())
        .isEqualTo("1 file imported and verified: " + data.resolve("mine") + "\n");

    Path file = data.resolve("mine/all.bin");
    Files.writeString(file, "nine");
    assertRefused(data("verify", "mine"), file + ": holds 4 bytes, expected 10");
  }

  @Test
  void another_file_of_the_right_structure_is_imported_with_a_note_and_fails_verify()
      throws IOException {
    Path from = Files.createDirectories(folder.resolve("from"));
    byte[] other = "ten digit$".getBytes(StandardCharsets.UTF_8);
    Files.write(from.resolve("all.bin"), other);

    Invocation call = data("import", "mine", "--from", from.toString());

    assertThat(call.code()).isZero();
    assertThat(call.out())
        .isEqualTo(
            "1 file imported, other than the published ones: " + data.resolve("mine") + "\n");
    assertThat(call.err())
        .isEqualTo(
            "varangian: note: differs from the published file: all.bin; imported,"
                + " since their structure is valid\n");
    assertRefused(
        data("verify", "mine"),
        data.resolve("mine/all.bin")
            + ": differs from the published file: SHA-256 "
            + Sha256.of(other)
            + ", expected "
            + Sha256.of(CONTENT));
  }

  @Test
  void a_disk_without_space_is_told_without_a_hint_about_the_network() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "no /dev/full on this system");
    serve(CONTENT);
    Path mine = Files.createDirectories(data.resolve("mine"));
    Files.createSymbolicLink(mine.resolve(".all.bin.new"), full);

    assertThat(data("fetch", "mine").err().lines().skip(1))
        .containsExactly(
            "varangian: could not fetch mine: cannot write into "
                + mine
                + ": no space left on device");
  }

  @Test
  void where_no_checksum_is_declared_verify_refuses_what_a_run_refuses() throws IOException {
    Path fashion = Files.createDirectories(data.resolve("fashion-mnist"));
    write(fashion.resolve("train-images-idx3-ubyte"), 47_040_016, 3, 60_000, 28, 28);
    write(fashion.resolve("train-labels-idx1-ubyte"), 60_008, 1, 60_000);
    write(fashion.resolve("t10k-images-idx3-ubyte"), 7_840_016, 3, 10_000, 28, 28);
    Path labels = fashion.resolve("t10k-labels-idx1-ubyte");
    write(labels, 10_008, 1, 10_000);
    assertThat(data("verify", "fashion-mnist").out())
        .hasLineCount(4)
        .contains(labels + ": no checksum is declared; only the structure was checked\n");

    byte[] bytes = Files.readAllBytes(labels);
    bytes[8] = 10;
    Files.write(labels, bytes);
    assertRefused(data("verify", "fashion-mnist"), labels + ": label 1 is 10, expected 0 to 9");
  }

  /** An IDX file of zeros. */
  private static void write(Path file, int size, int rank, int... dimensions) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(size);
    bytes.putInt(0x0800 + rank);
    IntStream.of(dimensions).forEach(bytes::putInt);
    Files.write(file, bytes.array());
  }

  @Test
  void mnist_declares_its_files() {
    assertThat(data("list").out())
        .containsPattern("mnist +missing +" + data.resolve("mnist"))
        .containsPattern("synthetic-digits +declares no files");
    assertThat(data("verify", "mnist").err())
        .hasLineCount(4)
        .contains(data.resolve("mnist") + ": there is no t10k-labels-idx1-ubyte, plain or as .gz");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "lst | data has no action \"lst\" (nearest: list; all: list, fetch, import, verify)",
        "fetch | data fetch expects one data set, for example varangian data fetch mnist",
        "list mine | data list takes no arguments, but was given mine",
        "verify mnsit | no dataset is called \"mnsit\" (nearest: mnist; all: varangian list"
            + " datasets)",
        "fetch synthetic-digits | the data set synthetic-digits declares no files",
        "import mine | data import needs the folder of the files, for example varangian data import mnist"
            + " --from ~/Downloads",
        "fetch mine --from x | --from goes with data import, not with data fetch",
        "import mine --from no-such-folder | --from: no-such-folder is not a folder",
      })
  void a_wrong_command_line_is_refused(String words, String message) {
    assertRefused(data(words.split(" ")), message);
  }
}
