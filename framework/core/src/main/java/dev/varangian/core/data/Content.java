package dev.varangian.core.data;

import dev.varangian.spi.data.FoundFile;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * The length and hash of a file's content, decompressed if it is a gzip file.
 *
 * @param bytes the length
 * @param sha256 in hexadecimal digits
 */
record Content(long bytes, String sha256) {
  private static final int BUFFER = 1 << 16;

  /**
   * Reads a file to its end.
   *
   * @throws IOException if it cannot be read or is a damaged gzip file
   */
  static Content of(FoundFile file) throws IOException {
    MessageDigest digest = newDigest();
    byte[] buffer = new byte[BUFFER];
    long bytes = 0;
    try (InputStream in = file.open()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
        bytes += count;
      }
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
}
