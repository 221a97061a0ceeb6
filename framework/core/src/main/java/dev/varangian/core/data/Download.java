package dev.varangian.core.data;

import dev.varangian.spi.ConfigurationException;
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

/** One file over HTTP. What has arrived stays when the connection breaks, and is gone on from. */
final class Download {
  private static final int OK = 200;
  private static final int PARTIAL = 206;
  private static final int BEYOND_THE_END = 416;
  private static final int BUFFER = 1 << 16;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client =
      HttpClient.newBuilder()
          .connectTimeout(PATIENCE)
          .followRedirects(HttpClient.Redirect.NORMAL)
          .build();
  private final Path folder;
  private final FetchListener listener;

  /** The server or the way to it fails: another may do. */
  static final class Unavailable extends Exception {
    private static final long serialVersionUID = 1L;

    Unavailable(String reason) {
      super(reason);
    }
  }

  /**
   * @param folder where the files go; made when the first one comes
   */
  Download(Path folder, FetchListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /**
   * Completes {@code part}.
   *
   * @return whether it began with what was there before
   * @throws Unavailable if not all arrives; what did is kept
   * @throws ConfigurationException if the file can't be written; it is then removed
   */
  boolean complete(String address, Path part) throws Unavailable {
    try {
      long there = Files.exists(part) ? Files.size(part) : 0;
      HttpResponse<InputStream> response = ask(address, there);
      if (response.statusCode() == BEYOND_THE_END) {
        response.body().close();
        there = 0;
        response = ask(address, there);
      }
      try (InputStream body = response.body()) {
        if (response.statusCode() != OK && response.statusCode() != PARTIAL) {
          throw new Unavailable("the server answers " + response.statusCode());
        }
        long from = response.statusCode() == PARTIAL ? start(response, there) : 0;
        long length = response.headers().firstValueAsLong("Content-Length").orElse(-1);
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
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address)).timeout(PATIENCE);
    if (from > 0) {
      request.header("Range", "bytes=" + from + "-");
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  private static long start(HttpResponse<?> response, long asked) throws Unavailable {
    String range = response.headers().firstValue("Content-Range").orElse("");
    if (!range.startsWith("bytes " + asked + "-")) {
      throw new Unavailable("the server sends another part than was asked for");
    }
    return asked;
  }

  private void receive(InputStream body, Path part, long from, long total) throws IOException {
    byte[] buffer = new byte[BUFFER];
    long done = from;
    try (FileChannel out = open(part, from)) {
      listener.received(done, total);
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        write(out, part, ByteBuffer.wrap(buffer, 0, count));
        done += count;
        listener.received(done, total);
      }
    }
  }

  private FileChannel open(Path part, long from) {
    Import.create(folder);
    try {
      FileChannel out = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      out.truncate(from).position(from);
      return out;
    } catch (IOException e) {
      throw new ConfigurationException("cannot write " + part + ": " + e.getMessage());
    }
  }

  private static void write(FileChannel out, Path part, ByteBuffer bytes) throws IOException {
    try {
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new ConfigurationException("cannot write " + part + ": " + e.getMessage());
    }
  }

  private static String reason(IOException e) {
    if (e instanceof ConnectException) {
      return "no connection";
    }
    if (e instanceof HttpTimeoutException) {
      return "no answer within " + PATIENCE.toSeconds() + " seconds";
    }
    return "the connection broke ("
        + Objects.requireNonNullElse(e.getMessage(), e.getClass().getSimpleName())
        + ")";
  }
}
