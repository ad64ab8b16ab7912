package dev.slipway.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.CannotStart;
import dev.slipway.Config;
import dev.slipway.Config.Doors;
import dev.slipway.Config.Outside;
import dev.slipway.Config.PortRange;
import dev.slipway.Config.Strict;
import dev.slipway.Config.Tls;
import dev.slipway.model.Cidr;
import dev.slipway.model.Limits;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words and variables become a Config, or one line for each thing that is wrong.
class ServeOptionsTest {
  private static Config config(String... words) {
    return config(Map.of(), words);
  }

  private static Config config(Map<String, String> environment, String... words) {
    return ServeOptions.config(
        new Arguments("serve", ServeOptions.ALL, List.of(words), environment));
  }

  private static List<String> problems(String... words) {
    return problems(Map.of(), words);
  }

  private static List<String> problems(Map<String, String> environment, String... words) {
    return catchThrowableOfType(CannotStart.class, () -> config(environment, words))
        .lines()
        .toList();
  }

  @Test
  void withoutOptionsTheDefaultsHold() {
    assertThat(config())
        .isEqualTo(
            new Config(
                Path.of(".slipway").toAbsolutePath(),
                "127.0.0.1",
                7447,
                new PortRange(10_000, 19_999),
                new PortRange(20_000, 29_999),
                "127.0.0.1",
                false,
                Set.of(),
                Optional.empty()));
  }

  @Test
  void everyOptionIsRead(@TempDir Path folder) throws Exception {
    Path catalogue = Files.writeString(folder.resolve("catalogue.json"), "{}");

    Config config =
        config(
            ("--data /d --host ::1 --port 0 --database-ports 11000-11009 --internal-ports 12000-12000"
                    + " --advertise-host redis.example.org --on-exit stop --strict rate,hold"
                    + " --backup-dir / --s3-endpoint http://s3:9000 --allow-sources 127.0.0.1 --memory-budget 1500MB"
                    + " --admin-from 10.0.0.0/8,::1 --trusted-proxies 127.0.0.1 --catalogue FILE --tls-cert FILE --tls-key FILE")
                .replace("FILE", catalogue.toString())
                .split(" "));

    assertThat(config)
        .isEqualTo(
            new Config(
                Path.of("/d"),
                "::1",
                0,
                new PortRange(11_000, 11_009),
                new PortRange(12_000, 12_000),
                "redis.example.org",
                true,
                Set.of(Strict.RATE, Strict.HOLD),
                Optional.of(catalogue),
                new Doors(
                    Cidr.list("10.0.0.0/8,::1"),
                    Cidr.list("127.0.0.1"),
                    Optional.of(new Tls(catalogue, catalogue))),
                new Outside(
                    Optional.of(Path.of("/")),
                    Optional.of(URI.create("http://s3:9000")),
                    Cidr.list("127.0.0.1")),
                OptionalDouble.of(1.5),
                Limits.standard()));
  }

  @ParameterizedTest
  @CsvSource({
    "SLIPWAY_DATA, /e",
    "SLIPWAY_HOST, ::1",
    "SLIPWAY_PORT, 8000",
    "SLIPWAY_DATABASE_PORTS, 11000-11001",
    "SLIPWAY_INTERNAL_PORTS, 30000-30001",
    "SLIPWAY_ADVERTISE_HOST, other.example.org",
    "SLIPWAY_ON_EXIT, stop",
    "SLIPWAY_STRICT, engine",
    "SLIPWAY_ADMIN_FROM, 10.0.0.0/8",
    "SLIPWAY_TRUSTED_PROXIES, 10.0.0.0/8",
    "SLIPWAY_BACKUP_DIR, /",
    "SLIPWAY_S3_ENDPOINT, http://s3:9000",
    "SLIPWAY_ALLOW_SOURCES, 127.0.0.1",
    "SLIPWAY_MEMORY_BUDGET, 16GB",
  })
  void everyOptionIsAlsoAVariable(String variable, String value) {
    String option = "--" + variable.substring(8).toLowerCase(Locale.ROOT).replace('_', '-');

    Config config = config(Map.of(variable, value));

    assertThat(config).isEqualTo(config(option, value)).isNotEqualTo(config());
  }

  @Test
  void theCommandLineWinsOverTheEnvironment() {
    Config config = config(Map.of("SLIPWAY_PORT", "8000"), "--port", "9000");

    assertThat(config.port()).isEqualTo(9000);
  }

  @Test
  void anEmptyVariableCountsAsNotSet() {
    assertThat(config(Map.of("SLIPWAY_PORT", "")).port()).isEqualTo(7447);
  }

  @Test
  void allProblemsAreNamedAtOnce() {
    List<String> problems =
        problems(
            Map.of("SLIPWAY_ON_EXIT", "maybe"),
            "--prot",
            "1",
            "--port",
            "70000",
            "--strict",
            "engine,fast",
            "--database-ports",
            "9-3");

    assertThat(problems)
        .containsExactlyInAnyOrder(
            "--prot: unknown; --help lists what there is",
            "--port 70000: must be a port number from 0 to 65535; for example --port 7447",
            "--strict engine,fast: must be any of engine, rate and hold with commas between; for"
                + " example --strict engine,rate",
            "--database-ports 9-3: must be two ports from 1 to 65535 with a dash between, the lower"
                + " one first; for example --database-ports 10000-19999",
            "SLIPWAY_ON_EXIT=maybe: must be stop or keep; for example SLIPWAY_ON_EXIT=keep");
  }

  @ParameterizedTest
  @CsvSource({
    "--port, 65536",
    "--port, -1",
    "--port, many",
    "--host, example.org",
    "--host, 300.1.1.1",
    "--database-ports, 10000",
    "--database-ports, 0-10",
    "--database-ports, 1-65536",
    "--internal-ports, 1-2-3",
    "--advertise-host, ::1",
    "--advertise-host, a b",
    "--on-exit, Stop",
    "--strict, ','",
    "--catalogue, no-such-file.json",
    "--admin-from, everywhere",
    "--trusted-proxies, '10.0.0.0/8,'",
    "--memory-budget, 16",
    "--memory-budget, -1GB",
    "--memory-budget, 99MB",
    "--tls-cert, no-such-file.pem",
    "--tls-key, no-such-file.pem",
  })
  void aValueThatBreaksTheRuleIsNamed(String option, String value) {
    assertThat(problems(option, value)).singleElement().asString().startsWith(option + " " + value);
  }

  @ParameterizedTest
  @CsvSource({"512MB, 0.512", "16GB, 16", "1.5tb, 1500", "2 GB, 2"})
  void aSizeHasAUnit(String size, double gb) {
    assertThat(config("--memory-budget", size).memoryBudgetGb()).hasValue(gb);
  }

  @Test
  void anOptionWithoutItsValueIsNamed() {
    assertThat(problems("--port")).containsExactly("--port: has no value; write one after it");
  }

  @Test
  void theNextOptionIsNoValue() {
    assertThat(problems("--data", "--port", "1"))
        .containsExactly("--data: has no value; write one after it");
  }

  @Test
  void aValueMayFollowAnEqualsSign() {
    assertThat(config("--data=/a=b").data()).isEqualTo(Path.of("/a=b"));
  }

  @Test
  void aWordThatIsNoOptionIsNamed() {
    assertThat(problems("extra")).containsExactly("extra: unknown; --help lists what there is");
  }

  @Test
  void anOptionGivenTwiceIsNamed() {
    assertThat(problems("--port", "1", "--port", "2"))
        .containsExactly("--port: given twice; give it once");
  }

  @Test
  void rangesThatShareAPortAreRefused() {
    assertThatThrownBy(() -> config("--internal-ports", "19999-20000"))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("must not share a port");
  }

  @Test
  void databasePortsAmongTheUsualInternalOnesAreToldWhichOptionHelps() {
    assertThat(problems("--database-ports", "21000-21100"))
        .singleElement()
        .asString()
        .contains("must not share a port; name another range with --internal-ports");
  }

  @Test
  void theApiPortMustLieOutsideTheRanges() {
    assertThat(problems("--port", "20000")).singleElement().asString().startsWith("--port 20000");
  }

  @Test
  void portsThatCollideAreNamedBesideAnyOtherFault() {
    assertThat(problems("--on-exit", "maybe", "--port", "20000", "--database-ports", "21000-21100"))
        .extracting(line -> line.split(":")[0])
        .containsExactlyInAnyOrder(
            "--on-exit maybe",
            "--database-ports 21000-21100 and --internal-ports 20000-29999",
            "--port 20000");
  }

  @ParameterizedTest
  @CsvSource({"--database-ports=x", "--database-ports="})
  void thePortIsHeldAgainstTheRangeThatCanBeRead(String unreadable) {
    assertThat(problems(unreadable, "--port", "20000"))
        .hasSize(2)
        .last()
        .isEqualTo("--port 20000: must lie outside --internal-ports 20000-29999; move one of them");
  }

  @ParameterizedTest
  @CsvSource({
    "--database-ports x --port 10000",
    "--database-ports x --internal-ports 10000-10001",
    "--internal-ports 10000-10001 --database-ports",
    "--port 10000 --port 1",
  })
  void aValueThatNobodyKnowsIsHeldAgainstNothing(String words) {
    assertThat(problems(words.split(" "))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"0.0.0.0", "::", "::1"})
  void anEndpointNeverCarriesAWildcardOrABareIpv6Address(String host) {
    assertThat(config("--host", host, "--insecure-http").advertiseHost()).isEqualTo("localhost");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:7447/v1",
    "0.0.0.0, http://127.0.0.1:7447/v1",
    "::1, http://[::1]:7447/v1",
    "localhost, http://localhost:7447/v1",
  })
  void theUrlCanBeReachedFromThisMachine(String host, String url) {
    assertThat(config("--host", host, "--insecure-http").url(7447)).isEqualTo(url);
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, true",
    "127.3.3.3, true",
    "::1, true",
    "localhost, true",
    "0.0.0.0, false",
    "10.0.0.1, false"
  })
  void onlyLoopbackAddressesAreLoopback(String host, boolean loopback) {
    assertThat(config("--host", host, "--insecure-http").loopback()).isEqualTo(loopback);
  }

  @Test
  void addressThatOthersReachNeedsTlsOrTheWordThatItNeedsNone(@TempDir Path folder)
      throws Exception {
    String file = Files.writeString(folder.resolve("pem"), "").toString();

    assertThat(problems("--host", "0.0.0.0"))
        .singleElement()
        .asString()
        .startsWith("--host 0.0.0.0: ")
        .contains("--insecure-http")
        .contains("--tls-cert");
    assertThat(config("--host", "::", "--insecure-http").doors().tls()).isEmpty();
    assertThat(config(Map.of("SLIPWAY_INSECURE_HTTP", "yes"), "--host", "::").loopback()).isFalse();
    assertThat(config("--host", "::", "--tls-cert", file, "--tls-key", file).doors().tls())
        .isPresent();
    assertThat(problems("--host", "::", "--insecure-http=no")).hasSize(1);
  }

  @Test
  void certificateAndKeyBelongTogether(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("pem"), "").toString();

    assertThat(problems("--tls-cert", file)).singleElement().asString().contains("--tls-key");
    assertThat(problems("--tls-key", file)).singleElement().asString().contains("--tls-cert");
  }

  @Test
  void urlIsOfHttpsWhereThereIsACertificate(@TempDir Path folder) throws Exception {
    String file = Files.writeString(folder.resolve("pem"), "").toString();

    assertThat(config("--tls-cert", file, "--tls-key", file).url(7447))
        .isEqualTo("https://127.0.0.1:7447/v1");
  }

  @Test
  void everyFaultOfTheDoorsIsNamedAtOnce() {
    assertThat(
            problems(
                "--host",
                "0.0.0.0",
                "--insecure-http=perhaps",
                "--tls-cert",
                "gone.pem",
                "--admin-from",
                "x"))
        .hasSize(3);
  }
}
