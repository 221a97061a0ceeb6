package dev.varangian.cli.figure;

import dev.varangian.core.experiment.Experiment;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.figure.Claim;
import dev.varangian.core.experiment.figure.Figure;
import dev.varangian.core.record.RunFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Checks the claims of a figure against its runs, as means over seeds. */
public final class ClaimCheck {
  private static final String SEED = "seed";

  private final Figure figure;
  private final List<Point> faulty;
  private final List<Point> faultFree;

  /** Runs that differ only in their seed, with the values of the other swept keys. */
  private record Point(Map<String, String> values, List<Measures> runs) {

    double mean(Claim.Measure measure) {
      return runs.stream().mapToDouble(run -> run.of(measure)).average().orElseThrow();
    }

    boolean agrees(Map<String, String> others) {
      return others.entrySet().stream()
          .allMatch(
              other ->
                  other.getValue().equals(values.getOrDefault(other.getKey(), other.getValue())));
    }

    String text() {
      List<String> parts = new ArrayList<>();
      values.forEach((key, value) -> parts.add(key + "=" + value));
      return String.join(", ", parts);
    }
  }

  /**
   * @param folders the folder of a run by its id; unfinished runs are left out
   */
  public ClaimCheck(Figure figure, Function<String, RunFolder> folders) {
    this.figure = figure;
    this.faulty = points(figure.experiment(), folders);
    this.faultFree = points(figure.faultFree(), folders);
  }

  private static List<Point> points(Experiment experiment, Function<String, RunFolder> folders) {
    Map<Map<String, String>, Point> points = new LinkedHashMap<>();
    for (Run run : experiment.runs()) {
      RunFolder folder = folders.apply(run.id());
      if (folder.finished()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < experiment.sweptKeys().size(); i++) {
          values.put(experiment.sweptKeys().get(i), run.sweptValues().get(i));
        }
        values.remove(SEED);
        points
            .computeIfAbsent(values, key -> new Point(key, new ArrayList<>()))
            .runs()
            .add(measures(folder));
      }
    }
    return List.copyOf(points.values());
  }

  private static Measures measures(RunFolder folder) {
    try {
      return Measures.of(Files.readString(folder.path().resolve("metrics.csv")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The finding for each claim. */
  public List<Finding> findings() {
    return figure.claims().stream().map(this::finding).toList();
  }

  private Finding finding(Claim claim) {
    List<Point> about = faulty.stream().filter(point -> point.agrees(claim.where())).toList();
    List<Double> measured = new ArrayList<>();
    List<String> against = new ArrayList<>();
    for (Point point : about) {
      double value = point.mean(claim.measure());
      if (claim.check() instanceof Claim.AtLeast bound) {
        measured.add(value);
        if (!(value >= bound.value())) {
          against.add(point.text() + ": " + Measured.of(claim, value));
        }
      } else if (claim.check() instanceof Claim.NearFaultFree near) {
        faultFree(point)
            .ifPresent(
                free -> {
                  double difference = value - free.mean(claim.measure());
                  measured.add(difference);
                  if (!(difference >= -near.margin())) {
                    against.add(point.text() + ": " + Measured.of(claim, difference));
                  }
                });
      } else if (claim.check() instanceof Claim.Along along) {
        next(about, point, along.key())
            .ifPresent(
                after -> {
                  double difference = after.mean(claim.measure()) - value;
                  measured.add(difference);
                  if (!((along.rising() ? difference : -difference) >= -along.margin())) {
                    against.add(
                        point.text()
                            + " to "
                            + after.values().get(along.key())
                            + ": "
                            + Measured.of(claim, difference));
                  }
                });
      }
    }
    return new Finding(
        figure.name(), claim, Measured.range(claim, measured), measured.size(), against);
  }

  private Optional<Point> faultFree(Point point) {
    return faultFree.stream().filter(free -> point.agrees(free.values())).findFirst();
  }

  /** The point with the key's next value and the same values of all other keys. */
  private static Optional<Point> next(List<Point> points, Point from, String key) {
    Map<String, String> others = new LinkedHashMap<>(from.values());
    others.remove(key);
    return points.stream()
        .skip(points.indexOf(from) + 1L)
        .filter(point -> point.agrees(others))
        .findFirst();
  }
}
