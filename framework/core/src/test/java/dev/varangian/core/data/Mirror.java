package dev.varangian.core.data;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A mirror on this machine that can fail in the ways that real ones do. */
final class Mirror implements AutoCloseable {
  private final HttpServer server;
  private final Map<String, byte[]> files = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private volatile int cutAfter = Integer.MAX_VALUE;
  private volatile boolean ranges = true;
  private volatile boolean stalling;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();

  Mirror() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/data/";
  }

  void serve(String name, byte[] content) {
    files.put("/data/" + name, content);
  }

  /** The connection breaks after so many bytes of each answer. */
  void cutAfter(int bytes) {
    cutAfter = bytes;
  }

  /** Nothing more comes after so many bytes of each answer, but the connection stays open. */
  void stallAfter(int bytes) {
    cutAfter = bytes;
    stalling = true;
  }

  /** Every answer holds the whole file. */
  void ignoreRanges() {
    ranges = false;
  }

  /** What was asked for, as {@code name} or {@code name from}. */
  List<String> requests() {
    return new ArrayList<>(requests);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String range = exchange.getRequestHeaders().getFirst("Range");
    int from = range == null ? 0 : Integer.parseInt(range.replaceAll("bytes=|-", ""));
    requests.add(path.substring(path.lastIndexOf('/') + 1) + (range == null ? "" : " " + from));
    byte[] content = files.get(path);
    if (content == null) {
      exchange.sendResponseHeaders(404, -1);
    } else if (range != null && ranges && from >= content.length) {
      exchange.sendResponseHeaders(416, -1);
    } else if (range != null && ranges) {
      exchange
          .getResponseHeaders()
          .set(
              "Content-Range", "bytes " + from + "-" + (content.length - 1) + "/" + content.length);
      send(exchange, 206, Arrays.copyOfRange(content, from, content.length));
    } else {
      send(exchange, 200, content);
    }
    exchange.close();
  }

  private void send(HttpExchange exchange, int code, byte[] content) throws IOException {
    exchange.sendResponseHeaders(code, content.length);
    OutputStream body = exchange.getResponseBody();
    body.write(content, 0, Math.min(content.length, cutAfter));
    body.flush();
    if (stalling) {
      awaitClose();
    }
  }

  private void awaitClose() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }
}
