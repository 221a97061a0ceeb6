package dev.varangian.core.experiment.yaml;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads YAML into a tree with line numbers. Scalars keep their text: the caller decides whether
 * {@code 1e-3} or {@code no} is a number, a string or a boolean. Only a simple subset of YAML is
 * accepted: no anchors, aliases, tags, multiple documents or duplicate keys.
 */
public final class YamlReader {
  private static final YAMLFactory YAML =
      YAMLFactory.builder().disable(YAMLParser.Feature.EMPTY_STRING_AS_NULL).build();

  /** The parser's messages end with the error, the place and the line itself. */
  private static final Pattern LAST_PLACE =
      Pattern.compile(".*?([^\\n]*)\\n in 'reader', line ([0-9]+), column.*?", Pattern.DOTALL);

  private final Origin start;
  private final List<String> lines;
  private final Problems problems;
  private final YAMLParser parser;
  private boolean complete = true;

  private YamlReader(Origin start, String text, Problems problems) throws IOException {
    this.start = start;
    this.lines = text.lines().toList();
    this.problems = problems;
    this.parser = YAML.createParser(text);
  }

  /**
   * Returns the document in {@code text}; empty if there is none or, with a problem added, if it is
   * invalid.
   *
   * @param start the file, its first line (0 if there are no lines), and the dotted path of the
   *     document (empty for a whole experiment)
   */
  public static Optional<Node> read(Origin start, String text, Problems problems) {
    try {
      YamlReader reader = new YamlReader(start, text, problems);
      try (YAMLParser open = reader.parser) {
        return open.nextToken() == null ? Optional.empty() : reader.document();
      } catch (JsonProcessingException e) {
        reader.addSyntaxProblem(e);
        return Optional.empty();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
  }

  private Optional<Node> document() throws IOException {
    Node document = node(start.key(), line());
    if (parser.nextToken() != null) {
      problems.add(at(line(), start.key()), "expected one YAML document, found several");
    }
    return complete ? Optional.of(document) : Optional.empty();
  }

  private int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  private Origin at(int line, String path) {
    return new Origin(start.file(), start.line() == 0 ? 0 : line, path);
  }

  /** Returns the value that starts at the current token. */
  private Node node(String path, int line) throws IOException {
    Origin origin = at(line, path);
    char first = firstCharacter();
    if (first == '&' || first == '*') {
      problems.add(origin, "anchors (&) and aliases (*) are not supported: write the value out");
      // The value of an alias is unknown, so there is nothing more to check.
      complete &= first != '*';
    } else if (first == '!') {
      problems.add(origin, "tags (!) are not supported");
    }
    return switch (parser.currentToken()) {
      case START_OBJECT -> mapping(path, origin);
      case START_ARRAY -> sequence(path, origin);
      default ->
          // Quotes, or the start of a block scalar.
          new Node.Scalar(origin, parser.getText(), "'\"|>".indexOf(first) >= 0);
    };
  }

  private Node mapping(String path, Origin origin) throws IOException {
    Map<String, Node.Entry> entries = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String key = parser.currentName();
      int line = line();
      Origin at = at(line, path.isEmpty() ? key : path + "." + key);
      parser.nextToken();
      Node.Entry entry = new Node.Entry(at, node(at.key(), line));
      Node.Entry earlier = entries.putIfAbsent(key, entry);
      if (earlier != null) {
        problems.add(
            at,
            "duplicate key" + (at.line() == 0 ? "" : ", first in line " + earlier.key().line()));
      }
    }
    return new Node.Mapping(origin, entries);
  }

  private Node sequence(String path, Origin origin) throws IOException {
    List<Node> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path, line()));
    }
    return new Node.Sequence(origin, items);
  }

  /**
   * Returns the first character of the current value in the text, which the parser does not report;
   * a space if there is none.
   */
  private char firstCharacter() {
    int line = line() - 1;
    int column = parser.currentTokenLocation().getColumnNr() - 1;
    if (line >= lines.size()) {
      return ' ';
    }
    String text = lines.get(line);
    int before =
        text.offsetByCodePoints(0, Math.min(column, text.codePointCount(0, text.length())));
    return before < text.length() ? text.charAt(before) : ' ';
  }

  private void addSyntaxProblem(JsonProcessingException e) {
    String problem = String.valueOf(e.getOriginalMessage());
    int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
    Matcher place = LAST_PLACE.matcher(problem);
    while (place.find()) {
      line = Integer.parseInt(place.group(2));
      if (!place.group(1).isBlank()) {
        problem = place.group(1).strip();
      }
    }
    boolean tab =
        line > 0
            && line <= lines.size()
            && lines.get(line - 1).substring(0, indentation(lines.get(line - 1))).contains("\t");
    problems.add(
        at(line, start.key()),
        tab
            ? "a tab in the indentation; use spaces"
            : "invalid YAML: " + problem.lines().findFirst().orElse(""));
  }

  private static int indentation(String line) {
    int end = 0;
    while (end < line.length() && Character.isWhitespace(line.charAt(end))) {
      end++;
    }
    return end;
  }
}
