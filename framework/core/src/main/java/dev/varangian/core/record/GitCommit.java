package dev.varangian.core.record;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/** The commit that a git checkout is at, read from its files without calling git. */
final class GitCommit {
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}|[0-9a-f]{64}");
  private static final String SYMBOLIC = "ref: ";

  private GitCommit() {}

  /** The commit of the checkout with its root at {@code root}; empty if it is none. */
  static Optional<String> of(Path root) {
    try {
      Path git = root.resolve(".git");
      if (Files.isRegularFile(git)) {
        // A work tree beside the main one: "gitdir: <its own folder>".
        git = root.resolve(Files.readString(git).strip().substring("gitdir: ".length()));
      }
      Path head = git.resolve("HEAD");
      if (!Files.isRegularFile(head)) {
        return Optional.empty();
      }
      String content = Files.readString(head).strip();
      return content.startsWith(SYMBOLIC)
          ? resolve(git, content.substring(SYMBOLIC.length()).strip())
          : hash(content);
    } catch (IOException | RuntimeException e) {
      // A damaged checkout is no reason not to run.
      return Optional.empty();
    }
  }

  private static Optional<String> resolve(Path git, String reference) throws IOException {
    Path common = git.resolve("commondir");
    Path shared = Files.isRegularFile(common) ? git.resolve(Files.readString(common).strip()) : git;
    Path loose = shared.resolve(reference);
    if (Files.isRegularFile(loose)) {
      return hash(Files.readString(loose).strip());
    }
    Path packed = shared.resolve("packed-refs");
    if (!Files.isRegularFile(packed)) {
      return Optional.empty();
    }
    return Files.readAllLines(packed).stream()
        .filter(line -> line.endsWith(" " + reference))
        .findFirst()
        .flatMap(line -> hash(line.substring(0, line.indexOf(' '))));
  }

  private static Optional<String> hash(String text) {
    return HASH.matcher(text).matches() ? Optional.of(text) : Optional.empty();
  }
}
