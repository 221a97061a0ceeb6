package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.experiment.schema.ExperimentSchema;
import java.util.ArrayList;
import java.util.List;

/** {@code varangian schema}: the JSON Schema of experiment files. */
public final class SchemaCommand implements Command {
  @Parameter(description = "")
  private List<String> words = new ArrayList<>();

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Prints the JSON Schema (draft 2020-12) of experiment files, foreign components"
        + " included, from which editors complete and check them; a file names it in its first"
        + " line: # yaml-language-server: $schema=experiment.schema.json";
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
  public List<String> words() {
    return words;
  }

  @Override
  public void run(Console console) {
    if (!words.isEmpty()) {
      throw new UserErrorException("schema takes no words, not " + String.join(" ", words));
    }
    console.out().print(ExperimentSchema.of(common.catalogue(console)));
  }
}
