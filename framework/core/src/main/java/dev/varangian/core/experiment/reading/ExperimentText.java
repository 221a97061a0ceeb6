package dev.varangian.core.experiment.reading;

import dev.varangian.core.experiment.yaml.Origin;
import dev.varangian.core.experiment.yaml.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Reads the text of an experiment file, which is UTF-8 and has no control characters. */
public final class ExperimentText {
  /** Far larger than any experiment. */
  private static final int MOST_BYTES = 2_000_000;

  private ExperimentText() {}

  /** Returns the text; empty, with a problem added, if the file is not readable text. */
  public static Optional<String> read(Path file, Problems problems) {
    Origin origin = new Origin(file.toString(), 0, "");
    try {
      if (Files.isDirectory(file)) {
        problems.add(origin, "expected an experiment file, found a folder");
        return Optional.empty();
      }
      byte[] bytes = start(file);
      if (bytes.length > MOST_BYTES) {
        problems.add(origin, "expected an experiment file, found one larger than 2 MB");
        return Optional.empty();
      }
      return decoded(bytes, file.toString(), problems);
    } catch (NoSuchFileException e) {
      problems.add(origin, "no such file");
    } catch (IOException e) {
      problems.add(origin, "the file cannot be read");
    }
    return Optional.empty();
  }

  /** Reads no more than needed: the file may be an endless device. */
  private static byte[] start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(MOST_BYTES + 1);
    }
  }

  private static Optional<String> decoded(byte[] bytes, String file, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length + 1);
    // A new decoder reports malformed input and stops before it.
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = out.flip().toString();
    if (result.isError()) {
      problems.add(new Origin(file, lastLine(text), ""), "expected UTF-8; these bytes are invalid");
      return Optional.empty();
    }
    String unmarked = text.startsWith("\ufeff") ? text.substring(1) : text;
    for (int i = 0; i < unmarked.length(); i++) {
      char c = unmarked.charAt(i);
      if (Character.isISOControl(c) && "\n\r\t\u0085".indexOf(c) < 0) {
        problems.add(
            new Origin(file, lastLine(unmarked.substring(0, i)), ""),
            "expected text, found the control character " + (int) c);
        return Optional.empty();
      }
    }
    return Optional.of(unmarked);
  }

  private static int lastLine(String text) {
    return 1 + (int) text.chars().filter(c -> c == '\n').count();
  }
}
