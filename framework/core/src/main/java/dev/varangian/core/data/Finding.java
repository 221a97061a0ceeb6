package dev.varangian.core.data;

import dev.varangian.spi.data.DataFile;
import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The state of one file of a data set.
 *
 * @param file which one
 * @param found its path; empty if it is missing
 * @param state whether it matches its declaration
 * @param place the file, or the folder if it is missing
 * @param words a description of the state
 */
public record Finding(
    DataFile file, Optional<FoundFile> found, State state, Path place, String words) {

  /** Whether a file matches its declaration. */
  public enum State {
    /** Its content has the declared checksum. */
    RIGHT,
    /** No checksum is declared; its length matches if one is declared. */
    UNKNOWN,
    /** It has the declared length but different content. */
    DIFFERENT,
    /** It is missing, unreadable or unusable. */
    WRONG
  }

  static Finding of(DataFile file, DataFolder folder) {
    return folder
        .find(file)
        .map(found -> of(file, found))
        .orElseGet(
            () ->
                new Finding(
                    file,
                    Optional.empty(),
                    State.WRONG,
                    folder.path(),
                    "there is no " + file.name() + ", plain or as .gz"));
  }

  static Finding of(DataFile file, FoundFile found) {
    Content content;
    try {
      content = Content.of(found);
    } catch (IOException e) {
      return of(file, found, State.WRONG, FoundFile.reason(e));
    }
    if (file.bytes() > 0 && content.bytes() != file.bytes()) {
      return of(
          file,
          found,
          State.WRONG,
          "holds " + content.bytes() + " bytes, expected " + file.bytes());
    }
    if (file.sha256().isEmpty()) {
      return of(
          file, found, State.UNKNOWN, "no checksum is declared; only the structure was checked");
    }
    if (!content.sha256().equals(file.sha256())) {
      return of(
          file,
          found,
          // Without a declared length the structure cannot be checked.
          file.bytes() > 0 ? State.DIFFERENT : State.WRONG,
          "differs from the published file: SHA-256 "
              + content.sha256()
              + ", expected "
              + file.sha256());
    }
    return of(file, found, State.RIGHT, "right");
  }

  private static Finding of(DataFile file, FoundFile found, State state, String words) {
    return new Finding(file, Optional.of(found), state, found.path(), words);
  }

  /** Returns whether the file is consistent with its declaration. */
  public boolean accepted() {
    return state == State.RIGHT || state == State.UNKNOWN;
  }

  /** Returns the finding in one line. */
  public String line() {
    return place + ": " + words;
  }
}
