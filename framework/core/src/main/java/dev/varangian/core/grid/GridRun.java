package dev.varangian.core.grid;

import dev.varangian.core.catalogue.plugin.PluginOrigin;
import dev.varangian.core.experiment.Choice;
import dev.varangian.core.experiment.Key;
import dev.varangian.core.experiment.Resolved;
import dev.varangian.core.experiment.Run;
import dev.varangian.core.experiment.yaml.YamlWriter;
import dev.varangian.spi.Component;
import dev.varangian.spi.run.EngineListener;
import dev.varangian.spi.run.ResolvedRun;
import dev.varangian.spi.run.RunDescription;
import dev.varangian.spi.run.Sink;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run as engines see it. */
record GridRun(
    Run run,
    List<Choice<Sink>> sinks,
    String title,
    RunDescription description,
    RunExecutor executor)
    implements ResolvedRun {

  /**
   * @param folder the folder where its results are written
   * @param swept the swept values, as in {@link RunDescription#swept}
   */
  static GridRun of(
      Run run,
      List<Choice<Sink>> sinks,
      String title,
      Map<String, String> swept,
      Path folder,
      RunExecutor executor) {
    return new GridRun(
        run, sinks, title, new RunDescription(run.id(), swept, run.yaml(), folder), executor);
  }

  @Override
  public int rounds() {
    return run.spec().rounds();
  }

  @Override
  public String yaml() {
    return sinks.isEmpty()
        ? description.yaml()
        : description.yaml() + YamlWriter.document(Resolved.list(Key.SINKS, sinks));
  }

  @Override
  public List<String> externalComponents() {
    return externalComponents(run, sinks);
  }

  static List<String> externalComponents(Run run, List<Choice<Sink>> sinks) {
    Set<Component<?>> components = new LinkedHashSet<>(run.spec().components());
    sinks.forEach(choice -> components.add(choice.component()));
    return components.stream()
        .filter(component -> PluginOrigin.of(component.type()).foreign())
        .map(
            component ->
                component.kind()
                    + " "
                    + component.name()
                    + " of plugin "
                    + PluginOrigin.of(component.type()).name())
        .toList();
  }

  @Override
  public void execute(EngineListener listener) {
    executor.execute(this, run.spec(), sinks, listener);
  }
}
