package dev.varangian.cli.commands;

import com.beust.jcommander.converters.IParameterSplitter;
import java.util.List;

/** Leaves a value whole, which JCommander would split at commas. */
final class NoSplitter implements IParameterSplitter {

  @Override
  public List<String> split(String value) {
    return List.of(value);
  }
}
