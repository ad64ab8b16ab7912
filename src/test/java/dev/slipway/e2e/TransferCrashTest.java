package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.slipway.platform.process.RunningDatabases;
import dev.slipway.proof.live.Program;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that is killed in the middle of an import.
final class TransferCrashTest {
  @TempDir Path folder;
  private ServedFolder served = new ServedFolder(Path.of(""), 0);
  private Path backups = Path.of("");

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch over = new CountDownLatch(1);
  private final AtomicBoolean whole = new AtomicBoolean();
  private HttpServer web;

  @BeforeEach
  void serve() throws Exception {
    served = new ServedFolder(folder.resolve("data"), 14_800);
    backups = Files.createDirectory(folder.resolve("backups"));
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    web.createContext("/", this::answer);
    web.start();
  }

  /// Half of the file, and no more until it may be whole.
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] file = Files.readAllBytes(file());
      exchange.sendResponseHeaders(200, file.length);
      exchange.getResponseBody().write(file, 0, whole.get() ? file.length : file.length / 2);
      exchange.getResponseBody().flush();
      asked.countDown();
      if (!whole.get()) {
        over.await();
      }
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private Path file() throws IOException {
    try {
      return Transfers.onlyFile(backups);
    } catch (Exception e) {
      throw new IOException(e);
    }
  }

  @AfterEach
  void close() throws Exception {
    over.countDown();
    web.stop(0);
    new RunningDatabases(served.data()).endAll();
  }

  private Program start() throws IOException {
    return served.serve(
        Map.of(), "--backup-dir", backups.toString(), "--allow-sources", "127.0.0.1");
  }

  @Test
  void importThatAKillBrokeOffLeavesTheDataAndIsDoneByTheNextServer() throws Exception {
    Reply database;
    String path;
    try (Program _ = start()) {
      Walker walker = served.walker();
      int id = walker.resource(walker.post("/subscriptions", Bodies.subscription("one", "first")));
      walker.active("/subscriptions/" + id);
      Reply page = walker.get("/subscriptions/" + id + "/databases");
      path =
          "/subscriptions/%s/databases/%s"
              .formatted(id, page.word("/subscription/0/databases/0/databaseId"));
      database = walker.active(path);
      set(database, "saved");
      new Transfers(walker, path).backUp("file:///");
      set(database, "newer");
      String uri = "http://127.0.0.1:%s/a.rdb.gz".formatted(web.getAddress().getPort());
      walker.resource(walker.post(path + "/import", Transfers.order("http", uri)));
      asked.await();
    }

    assertThat(get(database)).isEqualTo("newer");

    whole.set(true);
    over.countDown();
    try (Program _ = start()) {
      Walker walker = served.walker();
      var status = new Transfers(walker, path).ended("/import");
      assertThat(status.path("status").asString()).as(status.toString()).isEqualTo("success");
      walker.active(path);
      assertThat(get(database)).isEqualTo("saved");
      set(database, "written again");
    }
    assertThat(served.data().resolve("databases").toFile().list()).containsExactly("10001");
  }

  private static void set(Reply database, String value) throws IOException {
    try (TenantRedis redis = TenantRedis.of(database)) {
      redis.call("SET", "key", value);
    }
  }

  private static String get(Reply database) throws IOException {
    try (TenantRedis redis = TenantRedis.of(database)) {
      return redis.call("GET", "key");
    }
  }
}
