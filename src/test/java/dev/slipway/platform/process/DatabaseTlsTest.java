package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// How a database encrypts.
final class DatabaseTlsTest extends PlatformTest {
  private final Instant now = Instant.now();

  private DatabaseSpec encrypted;

  @BeforeEach
  void wish() {
    encrypted = Wishes.encrypted(wish);
  }

  @Test
  void databaseWithTlsServesWhoTrustsItsAuthority() throws Exception {
    platform.apply(Action.START, ID, encrypted);

    Observed observed = platform.observe(ID, encrypted);
    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(Wanted.alone(encrypted)));
    try (RedisConnection client = world.outsider(world.anchor())) {
      assertThat(client.call("AUTH", Wishes.PASSWORD).text()).isEqualTo("OK");
    }
  }

  @Test
  void whoTrustsAnotherAuthorityDoesNotConnect() throws Exception {
    platform.apply(Action.START, ID, encrypted);
    X509Certificate another = CertifiedClient.named("another").issuer();

    assertThatThrownBy(() -> world.outsider(another)).isInstanceOf(IOException.class);
  }

  @Test
  void tlsComesAndGoesWithoutTheLossOfAKey() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (RedisConnection clear = world.client(Wishes.PASSWORD)) {
      clear.call("SET", "k", "v").text();

      platform.apply(Action.CONFIGURE, ID, encrypted);

      assertThat(platform.observe(ID, encrypted).settings())
          .isEqualTo(Settings.wantedBy(Wanted.alone(encrypted)));
      assertThatThrownBy(() -> clear.call("PING")).isInstanceOf(IOException.class);
    }
    try (RedisConnection client = world.outsider(world.anchor())) {
      client.call("AUTH", Wishes.PASSWORD).text();
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
    platform.apply(Action.CONFIGURE, ID, wish);

    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
    try (RedisConnection clear = world.client(Wishes.PASSWORD)) {
      assertThat(clear.call("GET", "k").text()).isEqualTo("v");
    }
    assertThat(certificates()).isEmpty();
  }

  @Test
  void onlyTheHoldersOfTheGivenCertificatesGetIn() throws Exception {
    CertifiedClient ann = CertifiedClient.named("ann");
    CertifiedClient ben = CertifiedClient.named("ben");
    DatabaseSpec held = Wishes.heldBy(wish, ann.pem(), ben.pem());
    platform.apply(Action.START, ID, held);

    assertThat(platform.observe(ID, held).process()).isEqualTo(Life.SERVING);
    assertThat(world.getsIn(ann)).isTrue();
    assertThat(world.getsIn(ben)).isTrue();
    assertThat(world.getsIn(CertifiedClient.named("eve"))).isFalse();
    assertThat(world.getsIn(CertifiedClient.named("ann"))).isFalse(); // the name alone is no key
  }

  @Test
  void certificateThatIsTakenAwayOpensNothingAnyMore() throws Exception {
    CertifiedClient ann = CertifiedClient.named("ann");
    CertifiedClient ben = CertifiedClient.named("ben");
    platform.apply(Action.START, ID, Wishes.heldBy(wish, ann.pem(), ben.pem()));
    DatabaseSpec forBen = Wishes.heldBy(wish, ben.pem());

    platform.apply(Action.CONFIGURE, ID, forBen);

    assertThat(platform.observe(ID, forBen).settings())
        .isEqualTo(Settings.wantedBy(Wanted.alone(forBen)));
    assertThat(world.getsIn(ann)).isFalse();
    assertThat(world.getsIn(ben)).isTrue();
  }

  @Test
  void certificateIsRenewedBeforeItsEndAndItsClientsStay() throws Exception {
    world.travelTo(now.minus(Duration.ofDays(61)));
    platform.apply(Action.START, ID, encrypted);
    List<String> first = certificates();
    try (RedisConnection client = world.outsider(world.anchor())) {
      client.call("AUTH", Wishes.PASSWORD).text();
      world.travelTo(now);
      assertThat(platform.observe(ID, encrypted).settings())
          .isNotEqualTo(Settings.wantedBy(Wanted.alone(encrypted)));

      platform.apply(Action.CONFIGURE, ID, encrypted);

      assertThat(platform.observe(ID, encrypted).settings())
          .isEqualTo(Settings.wantedBy(Wanted.alone(encrypted)));
      assertThat(client.call("PING").text()).isEqualTo("PONG");
    }
    assertThat(certificates()).hasSize(1).doesNotContainAnyElementsOf(first);
    try (RedisConnection control = world.inside()) {
      assertThat(config(control, "tls-cert-file")).isEqualTo(certificates().getFirst());
    }
  }

  @Test
  void certificateThatIsYoungStaysAtARestart() throws Exception {
    platform.apply(Action.START, ID, encrypted);
    List<String> before = certificates();
    world.kill();

    platform.apply(Action.START, ID, encrypted);

    assertThat(platform.observe(ID, encrypted).process()).isEqualTo(Life.SERVING);
    assertThat(certificates()).isEqualTo(before);
  }

  @Test
  void nextServerTrustsWhatTheLastOneMade() throws Exception {
    DatabaseSpec held = Wishes.heldBy(wish, CertifiedClient.named("ann").pem());
    platform.apply(Action.START, ID, held);

    Observed observed = world.platform().observe(ID, held);

    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(Wanted.alone(held)));
  }

  @Test
  void authoritiesThatWereRemovedAreReplacedEverywhere() throws Exception {
    CertifiedClient ann = CertifiedClient.named("ann");
    DatabaseSpec held = Wishes.heldBy(wish, ann.pem());
    platform.apply(Action.START, ID, held);
    Files.delete(world.data().resolve("ca.pem"));
    Files.delete(world.data().resolve("internal-ca.pem"));
    SpecPlatform next = world.platform();
    assertThat(next.observe(ID, held).settings())
        .isNotEqualTo(Settings.wantedBy(Wanted.alone(held)));

    next.apply(Action.CONFIGURE, ID, held);

    Observed observed = next.observe(ID, held);
    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(observed.settings()).isEqualTo(Settings.wantedBy(Wanted.alone(held)));
    assertThat(world.getsIn(ann)).isTrue();
  }

  @Test
  void doorThatWasOpenedByHandIsShut() throws Exception {
    DatabaseSpec held = Wishes.heldBy(wish, CertifiedClient.named("ann").pem());
    platform.apply(Action.START, ID, held);
    try (RedisConnection control = world.inside()) {
      String port = Integer.toString(World.freePort());
      control.call("CONFIG", "SET", "port", port, "tls-auth-clients", "no").text();
      Settings drifted = platform.observe(ID, held).settings();

      platform.apply(Action.CONFIGURE, ID, held);

      assertThat(drifted).isNotEqualTo(Settings.wantedBy(Wanted.alone(held)));
      assertThat(platform.observe(ID, held).settings())
          .isEqualTo(Settings.wantedBy(Wanted.alone(held)));
    }
    assertThat(world.getsIn(CertifiedClient.named("eve"))).isFalse();
  }

  @Test
  void databaseThatWasMovedByHandComesBack() throws Exception {
    platform.apply(Action.START, ID, encrypted);
    try (RedisConnection control = world.inside()) {
      control.call("CONFIG", "SET", "tls-port", Integer.toString(World.freePort())).text();
    }
    assertThat(platform.observe(ID, encrypted).settings())
        .isNotEqualTo(Settings.wantedBy(Wanted.alone(encrypted)));

    platform.apply(Action.CONFIGURE, ID, encrypted);

    assertThat(platform.observe(ID, encrypted).process()).isEqualTo(Life.SERVING);
  }

  @Test
  void fileThatWasSpoiledIsMadeAnew() throws Exception {
    platform.apply(Action.START, ID, encrypted);
    world.kill();
    Path file = world.folder().resolve(certificates().getFirst());
    Files.writeString(file, "spoiled");

    platform.apply(Action.START, ID, encrypted);

    assertThat(platform.observe(ID, encrypted).process()).isEqualTo(Life.SERVING);
  }

  @Test
  void authorityThatCannotBeReadSaysWhatToDo() throws Exception {
    Files.writeString(world.data().resolve("ca.pem"), "spoiled");

    assertThat(failure(() -> platform.apply(Action.START, ID, encrypted)))
        .hasMessageContaining("ca.pem cannot be used")
        .hasMessageContaining("put the right file back");
    assertThat(world.certificates().pem()).isEmpty();
  }

  @Test
  void keysAreMadeWhenTheyAreNeededAndAreTheOwnersAlone() throws Exception {
    platform.apply(Action.START, ID, wish);
    assertThat(world.data().resolve("ca.pem")).doesNotExist();

    platform.apply(Action.CONFIGURE, ID, Wishes.heldBy(wish, CertifiedClient.named("ann").pem()));

    Path inside = world.folder().resolve(certificates().getFirst());
    assertThat(Stream.of(world.data().resolve("ca.pem"), world.data().resolve("internal-ca.pem")))
        .allSatisfy(DatabaseTlsTest::assertPrivate);
    assertPrivate(inside);
  }

  private static void assertPrivate(Path file) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }

  private List<String> certificates() throws IOException {
    try (Stream<Path> files = Files.list(world.folder())) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".pem"))
          .sorted()
          .toList();
    }
  }

  private static String config(RedisConnection control, String name) throws IOException {
    return control.call("CONFIG", "GET", name).items().get(1).text();
  }
}
