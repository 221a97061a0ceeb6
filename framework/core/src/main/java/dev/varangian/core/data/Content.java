package dev.varangian.core.data;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * What a file holds, decompressed if it is a gzip file.
 *
 * @param bytes the length
 * @param sha256 in hexadecimal digits
 */
record Content(long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;
  private static final int GZIP_1 = 0x1f;
  private static final int GZIP_2 = 0x8b;

  /**
   * Reads a file to its end.
   *
   * @throws IOException if it can't be read, or is a gzip file that is broken
   */
  static Content of(Path file) throws IOException {
    try (InputStream in = open(file)) {
      return of(in);
    }
  }

  /**
   * The content as a stream; a gzip file is told by its first bytes and decompressed.
   *
   * @throws IOException if the file can't be opened, or begins as a gzip file and is none
   */
  static InputStream open(Path file) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
    try {
      raw.mark(2);
      boolean compressed = raw.read() == GZIP_1 && raw.read() == GZIP_2;
      raw.reset();
      return compressed ? new GZIPInputStream(raw, BUFFER) : raw;
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  private static Content of(InputStream in) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      digest.update(buffer, 0, count);
      bytes += count;
    }
    return new Content(bytes, HexFormat.of().formatHex(digest.digest()));
  }

  private static MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /**
   * Why this is not what {@code file} declares, in a phrase; empty if it is, as far as is known.
   */
  Optional<String> differenceTo(DataFile file) {
    if (file.bytes() > 0 && bytes != file.bytes()) {
      return Optional.of("holds " + bytes + " bytes, expected " + file.bytes());
    }
    if (!file.sha256().isEmpty() && !sha256.equals(file.sha256())) {
      return Optional.of("has the SHA-256 " + sha256 + ", expected " + file.sha256());
    }
    return Optional.empty();
  }
}
