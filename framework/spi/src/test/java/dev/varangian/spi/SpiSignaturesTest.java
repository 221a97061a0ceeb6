package dev.varangian.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class SpiSignaturesTest {
  private static final Path COMMITTED =
      Path.of("src/test/resources/dev/varangian/spi/spi-signatures.txt");
  private static final Path NOW = Path.of("target/spi-signatures.txt");

  @Test
  void the_api_for_plugins_is_the_committed_one() throws IOException {
    List<String> now = PublicApi.of(PublicApi.classesBeside(Plugin.class));
    Files.createDirectories(Path.of("target"));
    Files.write(NOW, now);
    List<String> committed = Files.exists(COMMITTED) ? Files.readAllLines(COMMITTED) : List.of();

    assertThat(difference(committed, now))
        .as(
            "The API that plugins are built against has changed. If that is meant, see what"
                + " CONTRIBUTING.md says of the SPI's version, and take the change over:%n"
                + "cp framework/spi/%s framework/spi/%s",
            NOW, COMMITTED)
        .isEmpty();
  }

  private static String difference(List<String> before, List<String> after) {
    return Stream.concat(
            before.stream().filter(line -> !after.contains(line)).map(line -> "- " + line),
            after.stream().filter(line -> !before.contains(line)).map(line -> "+ " + line))
        .collect(Collectors.joining("\n"));
  }
}
