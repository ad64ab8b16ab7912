package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoints;
import dev.slipway.platform.PlatformException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;

/// A data folder, a free port, and the platforms that work there. Ends every database when closed.
final class World implements AutoCloseable {
  static final int ID = 10001;
  private static final byte[] SECRET =
      "thirty-two bytes of test secret.".getBytes(StandardCharsets.UTF_8);
  private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

  private final Path data;
  private final List<SpecPlatform> platforms = new ArrayList<>();
  private final Deadlines deadlines = new Deadlines(Duration.ofSeconds(2));
  private final AtomicReference<Instant> now = new AtomicReference<>(Instant.now());
  final int port = freePort();

  World(Path data) throws IOException {
    this.data = data;
  }

  /// A new platform on the folder, as after a restart of the server.
  SpecPlatform platform() throws IOException {
    return platform(Failpoints.OFF);
  }

  /// The same, that may crash at failpoints.
  SpecPlatform platform(Failpoints failpoints) throws IOException {
    return platform(engines(), SECRET, failpoints);
  }

  /// The same, on this engine.
  SpecPlatform platform(Engines engines) throws IOException {
    return platform(engines, SECRET, Failpoints.OFF);
  }

  /// The same, with another key.
  SpecPlatform stranger() throws IOException {
    return platform(engines(), "another secret".getBytes(StandardCharsets.UTF_8), Failpoints.OFF);
  }

  private SpecPlatform platform(Engines engines, byte[] secret, Failpoints failpoints)
      throws IOException {
    SpecPlatform platform =
        new SpecPlatform(
            new ProcessPlatform(
                data, "127.0.0.1", engines, PATH, certificates(), secret, failpoints));
    platforms.add(platform);
    return platform;
  }

  /// As a new platform makes and finds them; the clock is this world's.
  Certificates certificates() {
    return new Certificates(data, List.of("127.0.0.1"), now::get, new SecureRandom());
  }

  /// Moves the clock of this world's certificates.
  void travelTo(Instant time) {
    now.set(time);
  }

  /// The engine that comes along, unpacked once for all tests.
  private static Engines engines() {
    return new Engines("", Path.of("target").toAbsolutePath());
  }

  /// A database on this world's port.
  DatabaseSpec wish() {
    return Wishes.onPort(port);
  }

  /// The folder of the database.
  Path folder() {
    return data.resolve("databases").resolve(Integer.toString(ID));
  }

  /// The data folder.
  Path data() {
    return data;
  }

  /// The control groups of the databases.
  MemoryGroups groups() throws IOException {
    return MemoryGroups.of(DatabaseFolders.in(data, false));
  }

  /// The control group of the Redis that an import uses at this moment; empty when none lives.
  Optional<Path> scratchGroup() throws IOException {
    DatabaseFolder scratch = DatabaseFolders.in(data, false).of(ID).scratch();
    if (!scratch.exists()) {
      return Optional.empty();
    }
    MemoryGroups groups = groups();
    return new Residents(new ProcessTable())
        .of(scratch)
        .flatMap(redis -> groups.present(scratch, redis.pid()));
  }

  /// Removes the database's folder by hand, while its Redis may run.
  void removeFolder() throws IOException {
    DatabaseFolders.in(data, false).of(ID).erase();
  }

  /// Ends the database's Redis as a crash would, and waits for the end.
  void kill() throws IOException, PlatformException {
    kill(resident());
  }

  /// The same with its second one.
  void killSecond() throws IOException, PlatformException {
    kill(second());
  }

  private void kill(Resident resident) throws IOException, PlatformException {
    ProcessHandle.of(resident.pid()).orElseThrow().destroyForcibly();
    awaitEnd(resident);
  }

  /// Waits until this process is gone.
  void awaitEnd(Resident resident) throws IOException, PlatformException {
    Residents residents = new Residents(new ProcessTable());
    assertThat(residents.goneWithin(Duration.ofSeconds(10), resident)).isTrue();
  }

  /// Sends the database's Redis a signal, such as `STOP`.
  void signal(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(resident().pid())).start().waitFor();
  }

  /// A client that may do anything.
  RedisConnection control() throws IOException {
    RedisConnection control = connection();
    control.call("AUTH", Users.CONTROL, new ControlKey(SECRET).password(ID)).text();
    return control;
  }

  /// The same over the socket in the folder, however the database is reached from outside.
  RedisConnection inside() throws IOException {
    return control(DatabaseFolders.in(data, false).of(ID));
  }

  /// The same, over the socket of this folder.
  RedisConnection control(DatabaseFolder folder) throws IOException {
    return new Control(new SocketPaths(), new ControlKey(SECRET), deadlines).connect(folder);
  }

  /// How many Redis processes work in the folder.
  long processes() throws IOException {
    ProcessTable table = new ProcessTable();
    Path folder = folder().toRealPath();
    return table.pids().stream()
        .filter(pid -> table.workingDirectory(pid).filter(folder::equals).isPresent())
        .filter(pid -> table.entry(pid).isPresent())
        .count();
  }

  /// The process that the state file or the machine knows.
  Resident resident() throws IOException {
    DatabaseFolder folder = DatabaseFolders.in(data, false).of(ID);
    return new Residents(new ProcessTable()).of(folder).orElseThrow();
  }

  /// The second Redis of the database.
  ///
  /// @param name such as STOP
  void signalSecond(String name) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + name, Long.toString(second().pid())).start().waitFor();
  }

  Resident second() throws IOException {
    DatabaseFolder folder = DatabaseFolders.in(data, false).of(ID).second();
    return new Residents(new ProcessTable()).of(folder).orElseThrow();
  }

  /// A client with this login.
  RedisConnection client(String password) throws IOException {
    RedisConnection client = connection();
    client.call("AUTH", password).text();
    return client;
  }

  /// The certificate of the authority that vouches for databases.
  X509Certificate anchor() throws IOException {
    return Pem.certificates(certificates().pem().orElseThrow()).getFirst();
  }

  /// A client with TLS that trusts this certificate, and whose own nobody knows.
  RedisConnection outsider(X509Certificate trusted) throws IOException {
    return connection(CertifiedClient.named("outsider"), trusted);
  }

  /// Whether this client can connect with its certificate.
  boolean getsIn(CertifiedClient client) throws IOException {
    try (RedisConnection connection = connection(client, anchor())) {
      return connection.call("AUTH", Wishes.PASSWORD).text().equals("OK");
    } catch (SSLException | SocketException e) {
      return false;
    } catch (IOException e) {
      // As a channel says it when it writes.
      if (List.of("Connection reset by peer", "Broken pipe").contains(e.getMessage())) {
        return false;
      }
      throw e;
    }
  }

  private RedisConnection connection(CertifiedClient client, X509Certificate trusted)
      throws IOException {
    SSLContext context = TlsIdentity.of(client.credential(), trusted, new SecureRandom()).context();
    return RedisConnection.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), context, deadlines);
  }

  /// A client that has not said who it is.
  RedisConnection connection() throws IOException {
    return RedisConnection.open(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), port), deadlines);
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, PlatformException {
    for (SpecPlatform platform : platforms) {
      platform.close();
    }
    new RunningDatabases(data).endAll();
    // Of one that a test has killed itself.
    DatabaseFolder folder = DatabaseFolders.in(data, false).of(ID);
    groups().remove(folder);
    groups().remove(folder.second());
    deadlines.close();
  }
}
