package dev.varangian.cli.commands;

import com.beust.jcommander.Parameter;
import com.beust.jcommander.Parameters;
import com.beust.jcommander.ParametersDelegate;
import dev.varangian.cli.report.Report;
import dev.varangian.cli.terminal.Console;
import dev.varangian.cli.terminal.UserErrorException;
import dev.varangian.core.file.IoReason;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code varangian report}: the page about finished runs, or one that compares several folders. */
@Parameters(separators = "=")
public final class ReportCommand implements Command {
  @Parameter(description = "DIR…", splitter = NoSplitter.class)
  private List<String> words = new ArrayList<>();

  @Parameter(
      names = "--out",
      placeholder = "FILE",
      description =
          "File to write (default: report.html in the results folder, or compare.html here for"
              + " several folders)")
  private @Nullable String out;

  @ParametersDelegate private final CommonOptions common = new CommonOptions();

  @Override
  public String summary() {
    return "Write the report of a results folder, or compare several";
  }

  @Override
  public String usage() {
    return "DIR…";
  }

  @Override
  public List<String> examples() {
    return List.of(
        "varangian report results/quickstart",
        "varangian report results/a results/b --out a-and-b.html");
  }

  @Override
  public void run(Console console) throws IOException {
    List<Path> folders = folders();
    Path page = page(folders);
    List<String> problems = Report.write(folders, page);
    console.note("the report is " + page);
    if (!problems.isEmpty()) {
      throw new UserErrorException(problems);
    }
  }

  /** Each once, however it is written. */
  private List<Path> folders() {
    if (words.isEmpty()) {
      throw new UserErrorException(
          "expected a results folder, for example varangian report results/quickstart");
    }
    Map<Path, Path> folders = new LinkedHashMap<>();
    for (String word : words) {
      Path folder = CommonOptions.path("report", word);
      folders.putIfAbsent(folder.toAbsolutePath().normalize(), folder);
    }
    return List.copyOf(folders.values());
  }

  private Path page(List<Path> folders) {
    if (out == null) {
      return folders.size() > 1 ? Path.of("compare.html") : folders.get(0).resolve("report.html");
    }
    Path page = CommonOptions.path("--out", out);
    if (Files.isDirectory(page)) {
      throw new UserErrorException("--out " + page + " is a folder, not a file");
    }
    Path parent = page.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new UserErrorException("--out " + page + ": there is no folder " + parent);
    }
    if (Files.exists(page) && !isPage(page)) {
      throw new UserErrorException("--out " + page + " exists and is not an HTML page");
    }
    return page;
  }

  /** Whether it may be written over. */
  private static boolean isPage(Path file) {
    try (var lines = Files.newBufferedReader(file)) {
      String first = lines.readLine();
      return first == null || first.toLowerCase(Locale.ROOT).startsWith("<!doctype html");
    } catch (CharacterCodingException e) {
      return false;
    } catch (IOException e) {
      throw new UserErrorException("--out " + file + " cannot be read: " + IoReason.of(e));
    }
  }
}
