package dev.varangian.core.data;

import dev.varangian.core.catalogue.Sha256;
import dev.varangian.core.data.Verification.Finding;
import dev.varangian.spi.ConfigurationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Fetches the files of a data set from its mirrors. Each comes into a hidden {@code .part} file,
 * one for each mirror, is compared with its checksum and then decompressed to its place.
 */
public final class Fetch {
  private static final String PART = ".part";
  private static final int DIGITS = 8;

  private final DatasetFiles files;
  private final Path folder;
  private final Download download;
  private final FetchListener listener;

  /**
   * @param folder where the files go
   */
  public Fetch(DatasetFiles files, Path folder, FetchListener listener) {
    this.files = files;
    this.folder = folder;
    this.download = new Download(folder, listener);
    this.listener = listener;
  }

  /**
   * Fetches what is not there, or not right.
   *
   * @return how many files were fetched
   * @throws ConfigurationException if one can't be had from any mirror, or can't be written; what
   *     arrived of it before the connection broke is kept for the next attempt
   */
  public int all() {
    int fetched = 0;
    for (Finding finding : Verification.of(files, folder)) {
      if (finding.problem().isPresent()) {
        fetch(finding.file());
        fetched++;
      }
    }
    return fetched;
  }

  private void fetch(DataFile file) {
    List<String> reasons = new ArrayList<>();
    for (String mirror : files.mirrors()) {
      String address = mirror + file.download();
      Path part = part(file, address);
      listener.begins(address);
      try {
        Optional<String> difference = receive(file, address, part);
        if (difference.isEmpty()) {
          install(file, part);
          return;
        }
        reasons.add(address + " " + difference.get());
      } catch (Download.Unavailable e) {
        reasons.add(address + ": " + e.getMessage());
      } finally {
        listener.ends();
      }
    }
    throw new ConfigurationException(String.join("; ", reasons));
  }

  /** Why what was received is refused, and removed; empty if it is right. */
  private Optional<String> receive(DataFile file, String address, Path part)
      throws Download.Unavailable {
    boolean resumed = download.complete(address, part);
    Optional<String> difference = difference(file, part);
    if (difference.isPresent()) {
      remove(part);
      if (resumed) {
        // The file at the mirror may have changed since its first part came.
        download.complete(address, part);
        difference = difference(file, part);
        if (difference.isPresent()) {
          remove(part);
        }
      }
    }
    return difference;
  }

  private static Optional<String> difference(DataFile file, Path part) {
    try {
      return Content.of(part).differenceTo(file);
    } catch (IOException e) {
      return Optional.of(Verification.reason(e));
    }
  }

  private void install(DataFile file, Path part) {
    Path target = folder.resolve(file.name());
    try {
      Import.write(part, target);
    } catch (ConfigurationException e) {
      remove(part);
      throw e;
    }
    try {
      Import.removeOthers(file, target);
      try (DirectoryStream<Path> parts =
          Files.newDirectoryStream(folder, "." + file.name() + ".*" + PART)) {
        parts.forEach(Fetch::remove);
      }
    } catch (IOException e) {
      throw new ConfigurationException("cannot write into " + folder + ": " + e.getMessage());
    }
  }

  private Path part(DataFile file, String address) {
    String mark = Sha256.of(address.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS);
    return folder.resolve("." + file.name() + "." + mark + PART);
  }

  private static void remove(Path part) {
    try {
      Files.deleteIfExists(part);
    } catch (IOException e) {
      throw new ConfigurationException("cannot remove " + part + ": " + e.getMessage());
    }
  }
}
