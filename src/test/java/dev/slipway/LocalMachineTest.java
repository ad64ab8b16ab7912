package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.Config.PortRange;
import dev.slipway.model.Check;
import dev.slipway.model.Check.Verdict;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the operator is told of this machine.
final class LocalMachineTest {
  private static final String PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

  @TempDir private Path home;

  @Test
  void freshMachineCanServeAndNothingIsMade() throws Exception {
    Path data = home.resolve("data");

    List<Check> checks = examine(config(data, 0));

    assertThat(checks).extracting(Check::verdict).doesNotContain(Verdict.PROBLEM);
    assertThat(checks)
        .extracting(Check::what)
        .contains("jdk", "engine", "memory", "open files", "control groups", "users", "server")
        .contains("database ports", "internal ports", "folder", "disk", "left over");
    assertThat(data).doesNotExist();
  }

  @Test
  void serverThatRunsIsNamed() {
    Path data = home.resolve("data");
    try (Server _ = Server.start(config(data, 0))) {
      List<Check> checks = examine(config(data, 0));

      assertThat(checks).extracting(Check::verdict).doesNotContain(Verdict.PROBLEM);
      assertThat(words(checks, "server"))
          .isEqualTo("process %d runs on this folder".formatted(ProcessHandle.current().pid()));
    }
  }

  @Test
  void folderOfAServerStaysAsItIs() throws Exception {
    Path conf = Files.createDirectories(home.resolve("databases/10001")).resolve("redis.conf");
    Files.writeString(conf, "port \"10000\"\n");
    Files.writeString(home.resolve("lock"), "");
    Set<Path> before = files(home);

    List<Check> checks = examine(config(home, 0));

    assertThat(words(checks, "server")).startsWith("none runs on this folder");
    assertThat(files(home)).isEqualTo(before);
  }

  @Test
  void takenPortIsAProblemThatNamesItsHolder() throws Exception {
    try (ServerSocket other = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      Config config = config(home.resolve("data"), other.getLocalPort());

      Check server = check(examine(config), "server");

      assertThat(server.verdict()).isEqualTo(Verdict.PROBLEM);
      assertThat(server.words()).contains("process " + ProcessHandle.current().pid(), "--port");
    }
  }

  @Test
  void databasesCountByTheMemoryThatTheyMayTake() throws Exception {
    for (String folder : List.of("databases/10001", "databases/10001/second", "databases/10002")) {
      Path conf = Files.createDirectories(home.resolve(folder)).resolve("redis.conf");
      Files.writeString(conf, "maxmemory \"500000000\"\n");
    }

    assertThat(words(examine(config(home, 0)), "memory")).contains("databases may take 1.5 GB");
  }

  @Test
  void secretThatOthersMayReadIsNamed() throws Exception {
    Path key = Files.writeString(home.resolve("store.key"), "k");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-r--r--"));

    Check folder = check(examine(config(home, 0)), "folder");

    assertThat(folder.verdict()).isEqualTo(Verdict.NOTE);
    assertThat(folder.words()).contains("store.key", "chmod go=");
  }

  private static List<Check> examine(Config config) {
    return new LocalMachine(PATH).examine(config);
  }

  private static Check check(List<Check> checks, String what) {
    return checks.stream().filter(check -> check.what().equals(what)).findFirst().orElseThrow();
  }

  private static String words(List<Check> checks, String what) {
    return check(checks, what).words();
  }

  private static Set<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.collect(Collectors.toSet());
    }
  }

  private static Config config(Path data, int port) {
    return new Config(
        data,
        "127.0.0.1",
        port,
        new PortRange(19_020, 19_029),
        new PortRange(29_020, 29_029),
        "127.0.0.1",
        false,
        Set.of(),
        Optional.empty());
  }
}
