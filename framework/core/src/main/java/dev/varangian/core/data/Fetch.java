package dev.varangian.core.data;

import dev.varangian.core.catalogue.plugin.Sha256;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.DataFile;
import dev.varangian.spi.data.DataFolder;
import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Fetches the files of a data set from its mirrors. Each is downloaded into a hidden {@code .part}
 * file and verified by its checksum; when all are complete, they are decompressed to their places.
 */
public final class Fetch {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final String PART = ".part";
  private static final int DIGITS = 8;

  private final List<String> mirrors;
  private final DataFolder folder;
  private final Download download;
  private final FetchListener listener;

  /**
   * @param folder where the files go
   */
  public Fetch(DatasetFiles files, Path folder, FetchListener listener) {
    this(files, folder, listener, PATIENCE);
  }

  /**
   * @param patience how long a mirror may be silent
   */
  Fetch(DatasetFiles files, Path folder, FetchListener listener, Duration patience) {
    this.mirrors = files.mirrors();
    this.folder = files.at(folder);
    this.download = new Download(folder, patience, listener);
    this.listener = listener;
  }

  /**
   * Fetches the files that are missing or wrong.
   *
   * @return how many files were fetched
   * @throws FetchFailedException if one cannot be fetched from any mirror; no file is moved to its
   *     place, and received data is kept for the next attempt
   * @throws ConfigurationException if one cannot be written, or another fetch is in progress;
   *     existing files are not changed, and received data is discarded
   */
  public int all() throws FetchFailedException {
    if (wanted().isEmpty()) {
      return 0;
    }
    try (FolderUpdate update = FolderUpdate.of(folder.path())) {
      // Another fetch may just have finished.
      List<DataFile> wanted = wanted();
      try {
        Map<DataFile, FoundFile> parts = new LinkedHashMap<>();
        for (DataFile file : wanted) {
          parts.put(file, fetch(file));
        }
        parts.forEach((file, part) -> update.stage(part, file.name()));
        update.commit();
      } catch (ConfigurationException e) {
        wanted.forEach(this::removeParts);
        throw e;
      }
      wanted.forEach(this::removeParts);
      return wanted.size();
    }
  }

  private List<DataFile> wanted() {
    return Verification.of(folder).stream()
        .filter(finding -> !finding.accepted())
        .map(Finding::file)
        .toList();
  }

  private FoundFile fetch(DataFile file) throws FetchFailedException {
    List<String> reasons = new ArrayList<>();
    boolean unreachable = false;
    for (String mirror : mirrors) {
      String address = mirror + file.download();
      FoundFile part = part(file, address);
      if (isWhole(file, part)) {
        return part;
      }
      if (!reasons.isEmpty()) {
        listener.goesOn(reasons.get(reasons.size() - 1));
      }
      listener.begins(address);
      try {
        Finding finding = receive(file, address, part);
        if (finding.accepted()) {
          return part;
        }
        reasons.add(address + " " + finding.words());
      } catch (Download.Unavailable e) {
        unreachable = true;
        reasons.add(address + ": " + e.getMessage());
      } finally {
        listener.ends();
      }
    }
    throw new FetchFailedException(String.join("; ", reasons), unreachable);
  }

  /** Returns whether an earlier attempt received all of it, as far as its declaration shows. */
  private static boolean isWhole(DataFile file, FoundFile part) {
    boolean declared = file.bytes() > 0 || !file.sha256().isEmpty();
    return declared && Files.exists(part.path()) && Finding.of(file, part).accepted();
  }

  /** Downloads a file and verifies it; a rejected file is removed. */
  private Finding receive(DataFile file, String address, FoundFile part)
      throws Download.Unavailable {
    boolean resumed = download.complete(address, part.path());
    Finding finding = Finding.of(file, part);
    if (!finding.accepted() && resumed) {
      // The earlier data may belong to a different file than the one at the mirror.
      remove(part.path());
      download.complete(address, part.path());
      finding = Finding.of(file, part);
    }
    if (!finding.accepted()) {
      remove(part.path());
    }
    return finding;
  }

  /**
   * A partial file with a known checksum can be completed from any mirror; without one, a mix of
   * different files would go unnoticed.
   */
  private FoundFile part(DataFile file, String address) {
    String mark =
        file.sha256().isEmpty()
            ? Sha256.of(address.getBytes(StandardCharsets.UTF_8))
            : file.sha256();
    return new FoundFile(
        folder
            .path()
            .resolve(
                "."
                    + file.name()
                    + "."
                    + mark.substring(0, Math.min(DIGITS, mark.length()))
                    + PART));
  }

  private void removeParts(DataFile file) {
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(folder.path(), "." + file.name() + ".*" + PART)) {
      parts.forEach(this::remove);
    } catch (IOException e) {
      throw FolderUpdate.unwritable(folder.path(), e);
    }
  }

  private void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw FolderUpdate.unwritable(folder.path(), e);
    }
  }
}
