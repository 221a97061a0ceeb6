package dev.varangian.core.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Prevents two processes from writing to the same folder. The operating system releases the lock
 * when the process ends for any reason.
 */
public final class FolderLock implements AutoCloseable {
  /**
   * Is never deleted: otherwise one process could hold the lock of the deleted file while another
   * locks a new file of the same name.
   */
  static final String FILE = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a folder that exists.
   *
   * @return empty if another process holds the lock
   * @throws IOException if the folder can't be written to
   */
  public static Optional<FolderLock> acquire(Path folder) throws IOException {
    FileChannel channel =
        FileChannel.open(folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    boolean held = false;
    try {
      held = tryLock(channel) != null;
      return held ? Optional.of(new FolderLock(channel)) : Optional.empty();
    } finally {
      if (!held) {
        closeQuietly(channel);
      }
    }
  }

  private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by this process
    }
  }

  @Override
  public void close() {
    closeQuietly(channel);
  }

  private static void closeQuietly(FileChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // The lock is released at the latest when the process ends.
    }
  }
}
