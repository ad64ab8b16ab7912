package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.Config;
import dev.slipway.model.Cidr;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.ftpserver.FtpServer;
import org.apache.ftpserver.FtpServerFactory;
import org.apache.ftpserver.ftplet.FtpException;
import org.apache.ftpserver.listener.ListenerFactory;
import org.apache.ftpserver.usermanager.impl.BaseUser;
import org.apache.ftpserver.usermanager.impl.WritePermission;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Backups to other servers and imports from there, each with a server that really speaks its
/// protocol.
class RemoteBackupTest extends DatabasesTest {
  private String path;
  private Path files;
  private FtpServer ftp;
  private int ftpPort;
  private HttpServer web;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(
        data,
        14_600,
        new Config.Outside(Optional.empty(), Optional.empty(), Cidr.list("127.0.0.1")));
  }

  @BeforeAll
  void serveFiles(@TempDir Path served) throws Exception {
    files = served;
    startFtp();
    startWeb();
  }

  private void startFtp() throws FtpException {
    var factory = new FtpServerFactory();
    var listener = new ListenerFactory();
    listener.setServerAddress("127.0.0.1");
    listener.setPort(0);
    factory.addListener("default", listener.createListener());
    var user = new BaseUser();
    user.setName("ann");
    user.setPassword("s3cret/word");
    user.setHomeDirectory(files.toString());
    user.setAuthorities(List.of(new WritePermission()));
    factory.getUserManager().save(user);
    ftp = factory.createServer();
    ftp.start();
    ftpPort = factory.getListener("default").getPort();
  }

  private void startWeb() throws Exception {
    web = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          Path file = files.resolve(exchange.getRequestURI().getPath().substring(1));
          if (exchange.getRequestURI().getPath().startsWith("/away")) {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest");
            exchange.sendResponseHeaders(302, -1);
          } else if (Files.isRegularFile(file)) {
            exchange.sendResponseHeaders(200, 0); // in chunks
            Files.copy(file, exchange.getResponseBody());
          } else {
            exchange.sendResponseHeaders(404, -1);
          }
          exchange.close();
        });
    web.start();
  }

  @BeforeEach
  void makeDatabase() throws Exception {
    path = database();
  }

  private String database() throws Exception {
    return make(Bodies.database(freshName()));
  }

  @AfterAll
  @Override
  void close() throws Exception {
    super.close();
    ftp.stop();
    web.stop(0);
  }

  private String call(String... words) throws Exception {
    walker.active(path);
    try (TenantRedis redis = TenantRedis.of(walker.get(path))) {
      return redis.call(words);
    }
  }

  private JsonNode backUp(String place) throws Exception {
    return new Transfers(walker, path).backUp(place);
  }

  private JsonNode fill(String type, String uri) throws Exception {
    return new Transfers(walker, path).fill(type, uri);
  }

  private String ftp(String password, String place) {
    return "ftp://ann:%s@127.0.0.1:%s/%s".formatted(password, ftpPort, place);
  }

  private String web(String file) {
    return "http://127.0.0.1:%s/%s".formatted(web.getAddress().getPort(), file);
  }

  @Test
  void backupOverFtpIsReadBackOverFtpAndHttp() throws Exception {
    call("SET", "kept", "yes");

    assertThat(backUp(ftp("s3cret%2Fword", "a/b")).path("status").asString()).isEqualTo("success");

    String name = Transfers.onlyFile(files.resolve("a/b")).getFileName().toString();
    call("SET", "kept", "no");
    assertThat(fill("ftp", ftp("s3cret%2Fword", "a/b/" + name)).path("status").asString())
        .isEqualTo("success");
    assertThat(call("GET", "kept")).isEqualTo("yes");
    call("DEL", "kept");
    assertThat(fill("http", web("a/b/" + name)).path("status").asString()).isEqualTo("success");
    assertThat(call("GET", "kept")).isEqualTo("yes");
  }

  @Test
  void wrongFtpPasswordIsToldWithoutRepeatingIt() throws Exception {
    JsonNode status = backUp(ftp("guess", "a"));

    assertThat(status.path("failureReason").asString()).isEqualTo("no-permission");
    assertThat(status.toString()).doesNotContain("guess");
  }

  @Test
  void missingFileOfAWebServerLeavesTheDataAlone() throws Exception {
    call("SET", "kept", "yes");

    assertThat(fill("http", web("none.rdb")).path("failureReason").asString())
        .isEqualTo("wrong-file-path");
    assertThat(call("GET", "kept")).isEqualTo("yes");
  }

  @Test
  void redirectIsCheckedAsTheFirstAddressIs() throws Exception {
    JsonNode status = fill("http", web("away.rdb"));

    assertThat(status.path("failureReason").asString()).isEqualTo("wrong-file-path");
    assertThat(status.at("/x-slipway/description").asString()).contains("169.254.169.254");
  }

  @Test
  void dataThatNeedsMoreThanTheDatabaseHasLeavesItsOwnAlone() throws Exception {
    call("SET", "kept", "yes");
    try (var out = Files.newOutputStream(files.resolve("large.rdb"))) {
      for (int i = 0; i < 101; i++) {
        out.write(new byte[1_000_000]);
      }
    }

    JsonNode status = fill("http", web("large.rdb"));

    assertThat(status.path("failureReason").asString()).isEqualTo("file-larger-than-mem-limit");
    assertThat(status.at("/failureReasonParams/0/value").asString()).isEqualTo("100000000");
    assertThat(call("GET", "kept")).isEqualTo("yes");
  }

  @Test
  void anotherDatabaseOfTheAccountIsASourceByItsEndpoint() throws Exception {
    call("SET", "kept", "yes");
    String endpoint = walker.get(path).word("/publicEndpoint");
    path = database();
    site.stop();
    site.start();
    walker = site.walker();

    assertThat(fill("redis", "redis://" + endpoint).path("status").asString()).isEqualTo("success");

    assertThat(call("GET", "kept")).isEqualTo("yes");
  }

  @Test
  void foreignAddressThatIsClosedIsNotAskedFor() throws Exception {
    JsonNode status = fill("redis", "redis://169.254.169.254:6379");

    assertThat(status.path("failureReason").asString()).isEqualTo("wrong-file-path");
  }
}
