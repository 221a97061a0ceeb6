package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Columns;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.catalogue.Catalogue;
import dev.varangian.core.catalogue.plugin.LoadedPlugin;
import dev.varangian.core.component.ComponentException;
import dev.varangian.spi.Component;
import dev.varangian.spi.Kind;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataDirectory;
import dev.varangian.spi.data.Dataset;
import dev.varangian.tensor.machine.VectorSupport;
import java.util.ArrayList;
import java.util.List;

/** {@code varangian doctor}: what the machine offers, what is wrong and its cure. */
@Parameters(separators = "=")
public final class DoctorCommand implements Command {
  @Parameter(description = "")
  private List<String> words = new ArrayList<>();

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Show what this machine offers and what needs attention";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public List<String> examples() {
    return List.of("varangian doctor", "varangian doctor --data ~/data");
  }

  @Override
  public void run(Console console) {
    if (!words.isEmpty()) {
      throw new UserErrorException(
          "doctor takes no arguments, but was given " + String.join(" ", words));
    }
    Catalogue catalogue = common.catalogue(console);
    DataDirectory data = common.dataDirectory(console);
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("Java", Machine.java()));
    rows.add(List.of("kernels", VectorSupport.description()));
    rows.add(
        List.of(
            "fused multiply-add",
            Machine.fusedMultiplyAdd()
                ? "in hardware"
                : "not in hardware: training would take thousands of times longer; run requires"
                    + " --slow"));
    rows.add(List.of("threads", String.valueOf(Runtime.getRuntime().availableProcessors())));
    rows.add(
        List.of(
            "memory", Machine.memory() + " for this JVM (change it with VARANGIAN_OPTS=-Xmx…)"));
    rows.add(List.of("data sets in", data.path().toString()));
    for (Component<?> dataset : catalogue.all(Kind.DATASET)) {
      rows.add(List.of("  " + dataset.name(), state(catalogue, dataset.name(), data)));
    }
    rows.add(List.of("plugins", String.valueOf(catalogue.plugins().size())));
    for (LoadedPlugin plugin : catalogue.plugins()) {
      rows.add(
          List.of(
              "  " + plugin.name(),
              (plugin.version().isEmpty() ? "" : plugin.version() + ", ")
                  + plugin.components().size()
                  + " components"));
    }
    console.out().print(Columns.of(rows));
  }

  private static String state(Catalogue catalogue, String name, DataDirectory data) {
    Component<Dataset> dataset = catalogue.find(Kind.DATASET, Dataset.class, name).orElseThrow();
    try {
      Dataset open = new DefaultDataset(catalogue, dataset).open(data);
      return open.training().size() + " training and " + open.test().size() + " test samples";
    } catch (ConfigurationException | ComponentException e) {
      return String.valueOf(e.getMessage());
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      // Whatever a stranger's class may throw.
      return "cannot be opened with its defaults: " + e;
    }
  }
}
