package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// The second Redis of a database with TLS: it follows encrypted, also where clients must show a
/// certificate, and takes over.
final class EncryptedReplicaTest extends PlatformTest {
  @Test
  void replicaFollowsADatabaseThatAsksForCertificatesAndTakesOver() throws Exception {
    DatabaseSpec held = Wishes.replicated(Wishes.heldBy(wish, CertifiedClient.named("ann").pem()));
    platform.apply(Action.START, ID, held);
    platform.apply(Action.FOLLOW, ID, held);
    awaitReplica(held, Replica.FOLLOWING);
    DatabaseSpec over = held.takenOver();
    try (RedisConnection first = world.inside()) {
      first.call("SET", "k", "v").text();
      // Of one that was sent no write since it has all data nobody knows that it has.
      assertThat(first.call("WAIT", "1", "1000").text()).isEqualTo("1");
    }
    world.kill();

    platform.apply(Action.CONFIGURE, ID, over);

    assertThat(platform.observe(ID, over).process()).isEqualTo(Life.SERVING);
    platform.apply(Action.FOLLOW, ID, over);
    awaitReplica(over, Replica.FOLLOWING);
  }

  @Test
  void replicaGoesAlongWhenTlsComesAndGoes() throws Exception {
    DatabaseSpec clear = Wishes.replicated(wish);
    DatabaseSpec encrypted = Wishes.replicated(Wishes.encrypted(wish));
    platform.apply(Action.START, ID, clear);
    platform.apply(Action.FOLLOW, ID, clear);
    awaitReplica(clear, Replica.FOLLOWING);

    switchTo(encrypted);
    switchTo(clear);
  }

  @Test
  void replicaIsToldOfAnotherAuthority() throws Exception {
    DatabaseSpec encrypted = Wishes.replicated(Wishes.encrypted(wish));
    platform.apply(Action.START, ID, encrypted);
    platform.apply(Action.FOLLOW, ID, encrypted);
    awaitReplica(encrypted, Replica.FOLLOWING);
    Files.delete(world.data().resolve("ca.pem"));
    platform = world.platform();

    switchTo(encrypted);

    try (RedisConnection first = world.inside()) {
      first.call("CLIENT", "KILL", "TYPE", "replica").text();
      first.call("SET", "later", "1").text();
    }
    awaitKey("later");
  }

  private void awaitKey(String key) throws Exception {
    DatabaseFolder first = DatabaseFolders.in(world.data(), false).of(ID);
    try (RedisConnection second = world.control(first.second())) {
      assertThat(
              Poll.find(
                  Duration.ofSeconds(20),
                  () -> Optional.of(second.call("GET", key).text()).filter("1"::equals)))
          .isPresent();
    }
  }

  private void switchTo(DatabaseSpec wanted) throws Exception {
    platform.apply(Action.CONFIGURE, ID, wanted);
    Replica strayed = platform.observe(ID, wanted).replica();
    platform.apply(Action.FOLLOW, ID, wanted);

    assertThat(strayed).isEqualTo(Replica.STRAY);
    awaitReplica(wanted, Replica.FOLLOWING);
  }
}
