package dev.varangian.core.data;

import dev.varangian.spi.context.ConfigurationException;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Objects;

/**
 * Downloads one file over HTTP. Received data is kept when the connection is lost, and the download
 * resumes from it.
 */
final class Download {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BEYOND_THE_END = 416;
  private static final int BUFFER = 1 << 16;

  private final HttpClient client;
  private final Path folder;
  private final Duration patience;
  private final FetchListener listener;

  /** Signals that the server failed or cannot be reached; another may work. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(String reason) {
      super(reason);
    }
  }

  /**
   * @param folder where the files go
   * @param patience how long a server may take to respond, and then to send the next byte
   */
  Download(Path folder, Duration patience, FetchListener listener) {
    this.client =
        HttpClient.newBuilder()
            .connectTimeout(patience)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    this.folder = folder;
    this.patience = patience;
    this.listener = listener;
  }

  /**
   * Completes {@code part}. If it is already as long as the file on the server, it is not changed.
   *
   * @return whether it begins with the earlier data
   * @throws Unavailable if the download is incomplete; received data is kept
   * @throws ConfigurationException if the file can't be written
   */
  boolean complete(String address, Path part) throws Unavailable {
    try {
      long there = Files.exists(part) ? Files.size(part) : 0;
      HttpResponse<InputStream> response = ask(address, there);
      try (InputStream body = response.body()) {
        int status = response.statusCode();
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
        if (there > 0 && (status == BEYOND_THE_END || (status == OK && length == there))) {
          return true;
        }
        if (status != OK && status != PARTIAL) {
          throw new Unavailable("the server responded with " + status);
        }
        long from = status == PARTIAL ? start(response, there) : 0;
        receive(body, part, from, length < 0 ? -1 : from + length);
        return from > 0;
      }
    } catch (IOException e) {
      throw new Unavailable(reason(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unavailable("interrupted");
    }
  }

  private HttpResponse<InputStream> ask(String address, long from)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(patience);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static long start(HttpResponse<?> response, long asked) throws Unavailable {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes " + asked + "-")) {
      throw new Unavailable("the server sent a different range than requested");
    }
    return asked;
  }

  private void receive(InputStream body, Path part, long from, long total)
      throws IOException, InterruptedException, Unavailable {
    byte[] buffer = new byte[BUFFER];
    long done = from;
    try (FileChannel out = open(part, from);
        PatientReader in = new PatientReader(body, patience)) {
      listener.received(done, total);
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        write(out, ByteBuffer.wrap(buffer, 0, count));
        done += count;
        listener.received(done, total);
      }
    } catch (PatientReader.StalledException e) {
      throw new Unavailable(
          "stalled: no data for "
              + inSeconds(patience)
              + " after "
              + done
              + (total < 0 ? "" : " of " + total)
              + " bytes");
    }
  }

  private FileChannel open(Path part, long from) {
    try {
      FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      out.truncate(from).position(from);
      return out;
    } catch (IOException e) {
      throw FolderUpdate.unwritable(folder, e);
    }
  }

  private void write(FileChannel out, ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      throw FolderUpdate.unwritable(folder, e);
    }
  }

  private String reason(IOException e) {
    if (e instanceof ConnectException) {
      return "no connection";
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + inSeconds(patience);
    }
    return "connection lost ("
        + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
        + ")";
  }

  private static String inSeconds(Duration time) {
    long millis = time.toMillis();
    return (millis % 1000 == 0 ? String.valueOf(millis / 1000) : String.valueOf(millis / 1000.0))
        + " seconds";
  }
}
