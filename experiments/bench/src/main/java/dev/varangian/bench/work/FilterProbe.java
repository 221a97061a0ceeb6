package dev.varangian.bench.work;

import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.parallel.ThreadTeam;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program of a JVM of its own that tries filters one after the other on short rows and prints a
 * line for each: its name and about how many milliseconds a call takes on rows {@value #SHORTER}
 * times as long, or its name alone if it is not defined there.
 */
public final class FilterProbe {
  static final int SHORTER = 16;
  public static final String PLUGINS_END = "--";

  private FilterProbe() {}

  /**
   * Takes n, d and the number of threads, the paths of plugins, {@value #PLUGINS_END}, and names.
   */
  public static void main(String[] arguments) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    endWithParent();
    List<String> words = List.of(arguments);
    int n = Integer.parseInt(words.get(0));
    int d = Integer.parseInt(words.get(1)) / SHORTER;
    int end = words.indexOf(PLUGINS_END);
    Catalogue catalogue = Catalogue.discover(words.subList(3, end).stream().map(Path::of).toList());
    try (ThreadTeam workers = new ThreadTeam(Integer.parseInt(words.get(2)))) {
      float[][] rows = NormalRows.of(n, d, workers);
      words.stream()
          .skip(end + 1L)
          .forEach(
              name -> {
                Optional<FilterCall> call = FilterCall.of(catalogue, name, rows, d, workers);
                out.println(name + call.map(work -> " " + SHORTER * least(work)).orElse(""));
              });
    }
    System.exit(0);
  }

  /** Whatever becomes of the process that started this one, its end closes standard input. */
  private static void endWithParent() {
    Thread watch =
        new Thread(
            () -> {
              try {
                System.in.transferTo(OutputStream.nullOutputStream());
              } catch (IOException e) {
                // As good as its end.
              }
              Runtime.getRuntime().halt(1);
            },
            "varangian-parent");
    watch.setDaemon(true);
    watch.start();
  }

  /** The first calls are slow, since the JVM still compiles. */
  private static double least(Work work) {
    return Stream.generate(work::milliseconds).limit(3).min(Double::compare).orElseThrow();
  }
}
