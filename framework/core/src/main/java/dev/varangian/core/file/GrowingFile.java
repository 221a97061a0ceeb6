package dev.varangian.core.file;

import dev.varangian.spi.context.ConfigurationException;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;

/**
 * A UTF-8 text file that grows during a run; a resumed run truncates it to its length at the
 * checkpoint.
 */
public final class GrowingFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  /**
   * The state of a file at some time.
   *
   * @param length in bytes
   * @param sum the CRC-32 of these bytes bytes
   */
  public record Mark(long length, long sum) {}

  private final Path file;
  private final FileChannel channel;
  private CRC32 sum = new CRC32();
  private Writer writer;

  /**
   * Opens a file, made if the declaration is invalid there, at its beginning.
   *
   * @throws ConfigurationException if it can't be opened
   */
  public GrowingFile(Path file) {
    this.file = file;
    try {
      this.channel =
          FileChannel.open(
              file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
    this.writer = writer();
  }

  private Writer writer() {
    OutputStream out = new CheckedOutputStream(Channels.newOutputStream(channel), sum);
    return new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
  }

  /** Locks the file; returns false if another process holds the lock. */
  public boolean lock() {
    try {
      return channel.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false; // by this process
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Returns whether the file still begins with that state. */
  public boolean beginsAs(Mark mark) {
    try {
      return sumOf(mark.length()).getValue() == mark.sum() && channel.size() >= mark.length();
    } catch (IOException e) {
      return false;
    }
  }

  private CRC32 sumOf(long length) throws IOException {
    CRC32 read = new CRC32();
    ByteBuffer part = ByteBuffer.allocate(BUFFER);
    for (long at = 0; at < length; ) {
      part.clear().limit((int) Math.min(BUFFER, length - at));
      int count = channel.read(part, at);
      if (count < 0) {
        break;
      }
      read.update(part.flip());
      at += count;
    }
    return read;
  }

  /** Truncates the file to its first bytes and appends after them. */
  public void cutTo(long length) {
    try {
      channel.truncate(length);
      channel.position(length);
      sum = sumOf(length);
      writer = writer();
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  public void write(CharSequence text) {
    try {
      writer.append(text);
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  /** Flushes everything to disk and returns the state. */
  public Mark mark() {
    try {
      writer.flush();
      channel.force(false);
      return new Mark(channel.position(), sum.getValue());
    } catch (IOException e) {
      throw cannotWrite(e);
    }
  }

  private ConfigurationException cannotWrite(IOException e) {
    return new ConfigurationException("cannot write " + file + ": " + IoReason.of(e));
  }

  /** Data written since the last mark may be lost. */
  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      // Everything that counts was marked.
    }
  }
}
