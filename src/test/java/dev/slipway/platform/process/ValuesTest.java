package dev.slipway.platform.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Facts;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Settings;
import dev.slipway.model.Trouble;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is read from and written for Redis and the kernel, without either.
class ValuesTest {
  private static final Listener IN_CLEAR = Listener.inClear(10001);
  private static final Settings SETTINGS =
      new Settings(
          100, "noeviction", false, "everysec", "3600 1", "ab", "guests", IN_CLEAR.endpoint());
  private static final LastAdmission LAST =
      new LastAdmission(
          "guests", LastAdmission.seal(List.of("user default on #ab ~* (%R~b #c)")), Map.of());
  private static final Facts FACTS =
      new Facts("redis 7.0.15", 5, "run", new Facts.Admitted("guests", Map.of()));
  private static final ControlKey KEY = new ControlKey("secret".getBytes(StandardCharsets.UTF_8));

  @Test
  void processWithABracketInItsNameIsRead() {
    String line = "42 (a) b (c) S 7 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 5 0 987654 0";

    assertThat(ProcessTable.parse(line))
        .isEqualTo(new ProcessTable.Entry(42, "a) b (c", 'S', 5, 987654));
  }

  @ParameterizedTest
  @CsvSource({"Z, 1, true", "X, 0, true", "Z, 2, false", "S, 5, false", "T, 1, false"})
  void processHasEndedWhenItsLastThreadHas(char state, int threads, boolean ended) {
    assertThat(new ProcessTable.Entry(1, "x", state, threads, 0).ended()).isEqualTo(ended);
  }

  @Test
  void stateFileIsReadBack() {
    Resident resident = new Resident(7, 99, "boot", "run");

    assertThat(Resident.parse(resident.text())).contains(resident);
  }

  @Test
  void damagedStateFileNamesNobody() {
    assertThat(Resident.parse("pid=7\nstart_ticks=\n")).isEqualTo(Optional.empty());
    assertThat(Resident.parse("")).isEqualTo(Optional.empty());
  }

  @Test
  void configurationHoldsTheSettings() {
    String text = new RedisConf(IN_CLEAR, "127.0.0.1", SETTINGS, false).text();

    assertThat(text.lines())
        .contains(
            "port \"10001\"",
            "bind \"127.0.0.1\"",
            "maxmemory \"100\"",
            "appendonly \"no\"",
            "save \"3600\" \"1\"",
            "daemonize \"no\"");
  }

  @Test
  void everyAddressMeansBothFamilies() throws IOException {
    InetAddress everything = InetAddress.getByAddress(new byte[16]);
    InetAddress four = InetAddress.getByAddress(new byte[4]);
    PortHolder holders = new PortHolder(new ProcessTable());

    try (Deadlines deadlines = new Deadlines(Duration.ofSeconds(1))) {
      assertThat(new PublicEndpoint(everything, holders, deadlines).directive())
          .isEqualTo("* -::*");
      assertThat(new PublicEndpoint(four, holders, deadlines).directive()).isEqualTo("0.0.0.0");
    }
  }

  @Test
  void noSnapshotsAreAnEmptyWord() {
    Settings none =
        new Settings(100, "noeviction", false, "everysec", "", "ab", "guests", IN_CLEAR.endpoint());

    assertThat(new RedisConf(IN_CLEAR, "::1", none, true).text()).contains("\nsave \"\"\n");
  }

  @Test
  void valueCannotBreakOutOfItsLine() {
    String bind = "x\nrequirepass y";

    assertThatThrownBy(() -> new RedisConf(IN_CLEAR, bind, SETTINGS, false).text())
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void quoteStaysInItsWord() {
    String text = new RedisConf(IN_CLEAR, "a\"b\\c", SETTINGS, false).text();

    assertThat(text).contains("bind \"a\\\"b\\\\c\"\n");
  }

  @Test
  void everyDatabaseHasItsOwnControlPassword() {
    assertThat(Stream.of(1, 2, 3).map(KEY::password)).doesNotHaveDuplicates();
    assertThat(KEY.password(1)).hasSize(64);
  }

  @Test
  void reportIsReadFromTheAnswers() throws IOException {
    Report report = Report.of(answers("redis_version:7.0.15\r\n", "on #ab"), LAST);

    assertThat(report).isEqualTo(new Report(9, IN_CLEAR, true, false, null, "", SETTINGS, FACTS));
  }

  @Test
  void valkeyIsCalledByItsOwnVersion() throws IOException {
    Report report =
        Report.of(answers("redis_version:7.2.4\r\nvalkey_version:8.0.1\r\n", "on #ab"), LAST);

    assertThat(report.facts().engine()).isEqualTo("valkey 8.0.1");
  }

  @Test
  void severalPasswordsEqualNoWish() throws IOException {
    Report report = Report.of(answers("", "on #ab #cd"), LAST);

    assertThat(report.settings().passwordHash()).isNotIn("", "ab", "cd");
  }

  @Test
  void userThatIsOffHasNoPassword() throws IOException {
    Report report = Report.of(answers("", "off #ab"), LAST);

    assertThat(report.settings().passwordHash()).isEmpty();
  }

  @Test
  void fullDiskIsNamedByItsPath() {
    IOException cause = new IOException("No space left on device");

    Trouble trouble = Failures.of("start the database", Path.of("/data/1"), cause).trouble();

    assertThat(trouble.lasting()).isFalse();
    assertThat(trouble.problem().description()).isEqualTo("The disk that holds /data/1 is full.");
  }

  @Test
  void lastWordsTellWhatMayHelp() {
    Path folder = Path.of("/data/1");

    assertThat(Failures.ended("bind: Address already in use", folder, 7).trouble().problem().type())
        .isEqualTo(ProblemType.DATABASE_PORT_IS_UNAVAILABLE);
    assertThat(Failures.ended("Can't write: No space left on device", folder, 7))
        .hasMessageContaining("/data/1 is full");
    assertThat(Failures.ended("*** FATAL CONFIG FILE ERROR", folder, 7).trouble().lasting())
        .isTrue();
    assertThat(Failures.ended("Bad file format", folder, 7).trouble().lasting()).isFalse();
  }

  @Test
  void whyARedisCannotWriteIsToldInItsWords() {
    String words = "MISCONF Redis is configured to save RDB snapshots";

    assertThat(Failures.cannotWrite(words, Path.of("/data/1"))).hasMessageContaining(words);
  }

  @Test
  void portThatCannotBeChangedToIsTaken() {
    String words = "ERR CONFIG SET failed - Unable to listen on this port";

    assertThat(Failures.changeRefused(words, 7).trouble().problem().type())
        .isEqualTo(ProblemType.DATABASE_PORT_IS_UNAVAILABLE);
  }

  @Test
  void privilegesAreReadFromTheKernel() {
    String status = "Umask:\t0027\nUid:\t1000\t0\t0\t0\nCapEff:\t00000000000801eb\n";

    Privileges privileges = Privileges.parse(status, "0 100000 65536\n");

    assertThat(privileges).isEqualTo(new Privileges(true, 0x801eb, 027, 65_535));
    assertThat(privileges.canBecome(65_535)).isTrue();
    assertThat(privileges.canBecome(65_536)).isFalse();
    assertThat(privileges.filesArePrivate()).isFalse();
  }

  @Test
  void rootThatMayNotSeeOthersProcessesCannotUseThem() {
    long withoutPtrace = -1L & ~(1L << 19);

    assertThat(new Privileges(true, withoutPtrace, 0, 1L << 32).canBecome(1)).isFalse();
  }

  private static List<Reply> answers(String version, String login) {
    String info =
        version
            + "process_id:9\r\nrun_id:run\r\nused_memory:5\r\nloading:1\r\n# Persistence\r\n"
            + "aof_rewrite_in_progress:0\r\naof_rewrite_scheduled:0\r\n";
    return List.of(
        new Reply.Text(info),
        many(
            "maxmemory",
            "100",
            "maxmemory-policy",
            "noeviction",
            "appendonly",
            "no",
            "appendfsync",
            "everysec",
            "save",
            "3600 1",
            "port",
            "10001"),
        new Reply.Refusal("LOADING Redis is loading the dataset in memory"),
        many("user default " + login + " ~* (%R~b #c)"));
  }

  private static Reply many(String... items) {
    return new Reply.Many(Stream.of(items).<Reply>map(Reply.Text::new).toList());
  }
}
