package dev.varangian.cli.commands;

import com.beust.jcommander.converters.IParameterSplitter;
import java.util.List;

/** Takes a value as it is; JCommander would split it at commas. */
final class NoSplitter implements IParameterSplitter {

  @Override
  public List<String> split(String value) {
    return List.of(value);
  }
}
