package dev.varangian.core.data;

import dev.varangian.core.file.FolderLock;
import dev.varangian.core.file.IoReason;
import dev.varangian.core.file.NewFolders;
import dev.varangian.spi.context.ConfigurationException;
import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * An update of the files in a data set's folder. New files are written next to their places and
 * moved there together when all of them are complete; until then the folder is unchanged. While an
 * update is open, no other process can start one for the same folder.
 */
final class FolderUpdate implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final Path folder;
  private final NewFolders made;
  private final FolderLock lock;

  /** The temporary file for each final path. */
  private final Map<Path, Path> staged = new LinkedHashMap<>();

  private FolderUpdate(Path folder, NewFolders made, FolderLock lock) {
    this.folder = folder;
    this.made = made;
    this.lock = lock;
  }

  /**
   * Begins an update.
   *
   * @throws ConfigurationException if the folder can't be made or written to, or another update is
   *     under way
   */
  static FolderUpdate of(Path folder) {
    NewFolders made;
    try {
      made = NewFolders.make(folder);
    } catch (IOException e) {
      throw new ConfigurationException("cannot make the folder " + folder + ": " + IoReason.of(e));
    }
    try {
      return new FolderUpdate(folder, made, lock(folder));
    } catch (ConfigurationException e) {
      made.removeUnused();
      throw e;
    }
  }

  private static FolderLock lock(Path folder) {
    try {
      return FolderLock.acquire(folder)
          .orElseThrow(
              () ->
                  new ConfigurationException(
                      "another fetch or import into "
                          + folder
                          + " is in progress; wait until it has finished"));
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Returns the exception for a file that cannot be written. */
  static ConfigurationException unwritable(Path folder, IOException e) {
    return new ConfigurationException("cannot write into " + folder + ": " + IoReason.of(e));
  }

  /**
   * Writes the content of {@code source} next to its final path.
   *
   * @throws ConfigurationException if it can't be read or written
   */
  void stage(FoundFile source, String name) {
    Path place = folder.resolve(name);
    if (Files.isDirectory(place)) {
      throw new ConfigurationException(
          "cannot write " + place + ": a folder of that name is already exists");
    }
    Path temporary = folder.resolve("." + name + ".new");
    staged.put(place, temporary);
    source.read(
        in -> {
          write(in, temporary);
          return temporary;
        });
  }

  private void write(InputStream in, Path temporary) throws IOException {
    try (FileChannel channel = open(temporary);
        OutputStream out = Channels.newOutputStream(channel)) {
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        write(out, buffer, count);
      }
      force(channel);
    }
  }

  private FileChannel open(Path temporary) {
    try {
      return FileChannel.open(
          temporary,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void write(OutputStream out, byte[] buffer, int count) {
    try {
      out.write(buffer, 0, count);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  private void force(FileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /**
   * Moves all files to their final paths.
   *
   * @throws ConfigurationException if the file system refuses
   */
  void commit() {
    try {
      for (Map.Entry<Path, Path> file : staged.entrySet()) {
        Files.move(
            file.getValue(),
            file.getKey(),
            StandardCopyOption.ATOMIC_MOVE,
            StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw unwritable(folder, e);
    }
  }

  /** Removes files that were not moved and folders that are still empty. */
  @Override
  public void close() {
    staged.values().forEach(FolderUpdate::discard);
    made.removeUnused();
    lock.close();
  }

  private static void discard(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      // The next update overwrites it.
    }
  }
}
