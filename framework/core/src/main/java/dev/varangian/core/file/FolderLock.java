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
 * Keeps two processes from writing to one folder. The system releases it when the process ends,
 * however it ends.
 */
public final class FolderLock implements AutoCloseable {
  /**
   * Stays in the folder: were it deleted, another process could hold the lock of the deleted file
   * while a third one locks a new file of the same name.
   */
  static final String FILE = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Locks a folder that exists.
   *
   * @return empty if another process has it
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
      return null; // held by this very process
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
      // The lock goes with the process at the latest.
    }
  }
}
