package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.experiment.schema.ExperimentSchema;
import java.util.ArrayList;
import java.util.List;

/** {@code varangian schema}: the JSON Schema of experiment files. */
@Parameters(separators = "=")
public final class SchemaCommand implements Command {
  @Parameter(description = "")
  private List<String> words = new ArrayList<>();

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Print the JSON Schema of experiment files";
  }

  @Override
  public String details() {
    return "The schema (draft 2020-12) includes the components of external "
        + "plugins. Editors use it for completion and checks; an experiment "
        + "file refers to it in its first line: # yaml-language-server: "
        + "$schema=experiment.schema.json";
  }

  @Override
  public String usage() {
    return "";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian schema > experiment.schema.json",
        "varangian schema --plugins my-plugin.jar > experiment.schema.json");
  }

  @Override
  public void run(Console console) {
    if (!words.isEmpty()) {
      throw new UserErrorException(
          "schema takes no arguments, but was given " + String.join(" ", words));
    }
    console.out().print(ExperimentSchema.of(common.catalogue(console)));
  }
}
