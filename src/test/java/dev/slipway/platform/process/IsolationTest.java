package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IsolationTest {
  private static final Privileges ROOT = new Privileges(true, -1L, 0, 4_294_967_295L);
  private static final Privileges PRIVATE = new Privileges(false, 0, 077, 0);

  @TempDir private Path home;

  @Test
  void databaseRunsBelowAClosedHome() throws Exception {
    Path data = Files.createDirectories(home.resolve("closed/data"));
    Files.setPosixFilePermissions(
        home.resolve("closed"), PosixFilePermissions.fromString("rwx------"));
    try (World world = new World(data)) {
      // The engine lies in the closed home too.
      SpecPlatform platform = world.platform(new Engines("", data));

      platform.apply(Action.START, ID, world.wish());

      assertThat(platform.observe(ID, world.wish()).process()).isEqualTo(Life.SERVING);
    }
  }

  @Test
  void databaseRunsBelowAPathTooLongForASocket() throws Exception {
    Path data = home.resolve("d".repeat(75)).resolve("e".repeat(75));
    Files.createDirectories(data);
    try (World world = new World(data)) {
      SpecPlatform platform = world.platform();

      platform.apply(Action.START, ID, world.wish());

      assertThat(platform.observe(ID, world.wish()).process()).isEqualTo(Life.SERVING);
    }
  }

  @Test
  void ownUserOfADatabaseHasNoPrivileges() throws Exception {
    assumeThat(Isolation.detect("/usr/bin:/bin").ownUsers()).isTrue();
    try (World world = new World(home)) {
      world.platform().apply(Action.START, ID, world.wish());

      List<String> status =
          Files.readAllLines(Path.of("/proc/" + world.resident().pid(), "status"));

      String uid = Integer.toString(200_000 + ID);
      assertThat(status)
          .contains("Uid:\t" + String.join("\t", uid, uid, uid, uid))
          .contains("Gid:\t" + String.join("\t", uid, uid, uid, uid))
          .contains("Groups:\t ")
          .contains("CapEff:\t0000000000000000")
          .contains("CapBnd:\t0000000000000000")
          .contains("NoNewPrivs:\t1");
    }
  }

  @Test
  void databaseWithTheHighestIdHasAUserOfItsOwnToo() throws Exception {
    assumeThat(Isolation.detect("/usr/bin:/bin").ownUsers()).isTrue();
    try (World world = new World(home)) {
      world.platform().apply(Action.START, Integer.MAX_VALUE, world.wish());

      DatabaseFolder folder = DatabaseFolders.in(home, true).of(Integer.MAX_VALUE);
      long redis = new Residents(new ProcessTable()).of(folder).orElseThrow().pid();
      assertThat(Files.readString(Path.of("/proc/" + redis, "status")))
          .contains("Uid:\t2147683647\t");
    }
  }

  @Test
  void userOfTheHighestIdIsNamedWithoutASign() throws Exception {
    DatabaseFolder folder = DatabaseFolders.in(home, true).of(Integer.MAX_VALUE);
    Optional<Path> program = Optional.of(Path.of("/bin/x"));

    List<String> command =
        new Isolation(program, program, ROOT)
            .command(folder.owner(), Optional.empty(), List.of("redis-server"));

    assertThat(command).contains("--reuid=2147683647", "--regid=2147683647");
  }

  @Test
  void allOfADatabaseIsForItsOwnerOnly() throws Exception {
    try (World world = new World(home)) {
      world.platform().apply(Action.START, ID, world.wish());

      try (Stream<Path> files = Files.walk(world.folder())) {
        // The engine may be linked there.
        assertThat(files.filter(file -> !file.endsWith("redis-server")))
            .hasSizeGreaterThan(5)
            .allSatisfy(
                file ->
                    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .endsWith("------"));
      }
    }
  }

  @Test
  void ownUsersMayPassThroughTheFolderOfAllDatabases() throws Exception {
    Path closed =
        Files.createDirectory(
            home.resolve("databases"),
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));

    DatabaseFolders.in(home, true);

    assertThat(Files.getPosixFilePermissions(closed))
        .isEqualTo(PosixFilePermissions.fromString("rwx--x--x"));
  }

  @Test
  void withoutOwnUsersNobodyPassesThroughTheFolderOfAllDatabases() throws Exception {
    DatabaseFolders folders = DatabaseFolders.in(home, false);

    assertThat(Files.getPosixFilePermissions(folders.path()))
        .isEqualTo(PosixFilePermissions.fromString("rwx------"));
  }

  @Test
  void openFilesOfADatabaseAreBounded() throws Exception {
    assumeThat(Isolation.detect("/usr/bin:/bin").boundsFiles()).isTrue();
    try (World world = new World(home)) {
      world.platform().apply(Action.START, ID, world.wish());

      String limits = Files.readString(Path.of("/proc/" + world.resident().pid(), "limits"));

      assertThat(limits).containsPattern("Max open files +10240 +10240 ");
    }
  }

  @Test
  void kernelTakesADatabaseBeforeItTakesTheServer() throws Exception {
    try (World world = new World(home)) {
      world.platform().apply(Action.START, ID, world.wish());

      assertThat(score(world.resident().pid())).isGreaterThan(score(ProcessHandle.current().pid()));
    }
  }

  private static int score(long pid) throws Exception {
    return Integer.parseInt(Files.readString(Path.of("/proc/" + pid, "oom_score_adj")).strip());
  }

  @Test
  void environmentStaysWithTheServer() throws Exception {
    try (World world = new World(home)) {
      world.platform().apply(Action.START, ID, world.wish());

      String environment = Files.readString(Path.of("/proc/" + world.resident().pid(), "environ"));

      assertThat(environment).doesNotContain("PATH=/", "JAVA_HOME", "HOME=");
    }
  }

  @Test
  void commandLineTellsNoSecret() throws Exception {
    try (World world = new World(home)) {
      world.platform().apply(Action.START, ID, world.wish());

      String command = Files.readString(Path.of("/proc/" + world.resident().pid(), "cmdline"));

      assertThat(command).contains("redis-server").doesNotContain(Wishes.PASSWORD);
    }
  }

  @Test
  void privateUmaskNeedsNoShell() {
    Isolation isolation =
        new Isolation(Optional.of(Path.of("/s/setsid")), Optional.empty(), PRIVATE);

    List<String> command =
        isolation.command(OptionalInt.empty(), Optional.empty(), List.of("redis-server", "-"));

    assertThat(command).containsExactly("/s/setsid", "redis-server", "-");
  }

  @Test
  void rootWithoutSetprivSaysWhyDatabasesAreRoot() {
    Isolation isolation = new Isolation(Optional.of(Path.of("/s/setsid")), Optional.empty(), ROOT);

    assertThat(isolation.ownUsers()).isFalse();
    assertThat(isolation.whyNoOwnUsers()).get().asString().contains("setpriv");
  }

  @Test
  void rootOfASmallNamespaceSaysWhyDatabasesAreRoot() {
    Path program = home.resolve("setpriv");
    Privileges container = new Privileges(true, -1L, 0, 65_535);
    Isolation isolation = new Isolation(Optional.of(program), Optional.of(program), container);

    assertThat(isolation.ownUsers()).isFalse();
    assertThat(isolation.whyNoOwnUsers()).isPresent();
  }

  @Test
  void ordinaryUserNeedsNoExcuse() {
    Isolation isolation = new Isolation(Optional.empty(), Optional.empty(), PRIVATE);

    assertThat(isolation.ownUsers()).isFalse();
    assertThat(isolation.whyNoOwnUsers()).isEmpty();
  }
}
