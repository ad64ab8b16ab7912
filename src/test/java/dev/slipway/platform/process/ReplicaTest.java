package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.Observed.Replica;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The second Redis of a database: it follows, takes over, and hands over.
final class ReplicaTest extends PlatformTest {
  private DatabaseSpec replicated;

  @BeforeEach
  void start() throws Exception {
    replicated = Wishes.replicated(wish);
    platform.apply(Action.START, ID, replicated);
    write("before", "1");
    platform.apply(Action.FOLLOW, ID, replicated);
    await(replicated, Replica.FOLLOWING);
    // The stream begins only when the first has heard that its data arrived.
    write("streamed", "1");
    awaitEqualOffsets();
  }

  @Test
  void replicaHasNoPortOfItsOwn() throws Exception {
    try (RedisConnection second = second()) {
      assertThat(second.call("CONFIG", "GET", "port").items().get(1).text()).isEqualTo("0");
      assertThat(second.call("GET", "before").text()).isEqualTo("1");
    }
  }

  @Test
  void replicaTakesOverWithAllDataWhenTheFirstHasDied() throws Exception {
    write("k", "v");
    awaitEqualOffsets();
    world.kill();
    Observed dead = platform.observe(ID, replicated);

    DatabaseSpec over = replicated.takenOver();
    Observed successor = platform.observe(ID, over);
    platform.apply(Action.CONFIGURE, ID, over);

    assertThat(dead.process()).isEqualTo(Life.DEAD);
    assertThat(successor.process()).isEqualTo(Life.SUCCEEDING);
    assertThat(successor.settings()).isNull();
    assertThat(platform.observe(ID, over).process()).isEqualTo(Life.SERVING);
    assertThat(read("k")).isEqualTo("v");
  }

  @Test
  void replicaThatIsStillToBeSetAsWantedHasAllDataAllTheSame() throws Exception {
    DatabaseSpec larger = Wishes.replicated(Wishes.sized(wish, 0.2));
    Replica strayed = platform.observe(ID, larger).replica();
    world.kill();
    await(larger, Replica.BEREFT);

    platform.apply(Action.CONFIGURE, ID, larger.takenOver());

    assertThat(strayed).isEqualTo(Replica.STRAY);
    assertThat(platform.observe(ID, larger.takenOver()).process()).isEqualTo(Life.SERVING);
    assertThat(read("before")).isEqualTo("1");
  }

  @Test
  void theOneThatDiedFollowsTheOtherAfterwards() throws Exception {
    world.kill();
    DatabaseSpec over = replicated.takenOver();
    platform.apply(Action.CONFIGURE, ID, over);
    write("later", "2");

    platform.apply(Action.FOLLOW, ID, over);

    await(over, Replica.FOLLOWING);
    try (RedisConnection first = control(first())) {
      assertThat(first.call("GET", "later").text()).isEqualTo("2");
    }
  }

  @Test
  void handOverLosesNoWriteAndKeepsThePort() throws Exception {
    write("k", "v");
    DatabaseSpec over = replicated.takenOver();

    platform.apply(Action.CONFIGURE, ID, over);

    assertThat(platform.observe(ID, over).process()).isEqualTo(Life.SERVING);
    assertThat(read("k")).isEqualTo("v");
    await(over, Replica.FOLLOWING);
  }

  @Test
  void handOverThatCannotBeDoneLeavesTheFirstWritable() throws Exception {
    world.signalSecond("STOP");
    try {
      assertThat(failure(() -> platform.apply(Action.CONFIGURE, ID, replicated.takenOver())))
          .isNotNull();
      write("k", "v");
      assertThat(read("k")).isEqualTo("v");
    } finally {
      world.signalSecond("CONT");
    }
  }

  @Test
  void replicaThatDiedIsStartedAgainAndFollows() throws Exception {
    world.killSecond();
    Replica dead = platform.observe(ID, replicated).replica();

    platform.apply(Action.FOLLOW, ID, replicated);

    assertThat(dead).isEqualTo(Replica.DEAD);
    await(replicated, Replica.FOLLOWING);
  }

  @Test
  void replicaThatWasTurnedAwayByHandIsSeenAndFollowsAgain() throws Exception {
    try (RedisConnection second = second()) {
      second.call("REPLICAOF", "NO", "ONE").text();
    }
    Replica strayed = platform.observe(ID, replicated).replica();

    platform.apply(Action.FOLLOW, ID, replicated);

    assertThat(strayed).isEqualTo(Replica.STRAY);
    await(replicated, Replica.FOLLOWING);
  }

  @Test
  void nothingIsLeftOfAReplicaThatIsGivenUp() throws Exception {
    platform.apply(Action.UNFOLLOW, ID, wish);

    Observed observed = platform.observe(ID, wish);
    assertThat(observed.replica()).isEqualTo(Replica.NONE);
    assertThat(observed.process()).isEqualTo(Life.SERVING);
    assertThat(world.folder().resolve("second")).doesNotExist();
    assertThat(read("before")).isEqualTo("1");
  }

  @Test
  void theFirstOneCanBeGivenUpToo() throws Exception {
    DatabaseSpec over = replicated.takenOver();
    platform.apply(Action.CONFIGURE, ID, over);

    platform.apply(Action.UNFOLLOW, ID, wish.takenOver());

    Observed observed = platform.observe(ID, wish.takenOver());
    assertThat(observed.replica()).isEqualTo(Replica.NONE);
    assertThat(observed.process()).isEqualTo(Life.SERVING);
    try (var files = Files.list(world.folder())) {
      assertThat(files).containsExactly(world.folder().resolve("second"));
    }
    assertThat(read("before")).isEqualTo("1");
  }

  @Test
  void oneWhoseFolderIsGoneIsNotStartedInTheFolderOfTheOther() throws Exception {
    DatabaseSpec over = replicated.takenOver();
    platform.apply(Action.CONFIGURE, ID, over);
    await(over, Replica.FOLLOWING);
    world.killSecond();
    first().second().erase();
    long follower = pid(first());

    platform.apply(Action.START, ID, over);

    assertThat(pid(first())).isEqualTo(follower);
    assertThat(pid(first().second())).isNotEqualTo(follower);
  }

  @Test
  void bothEndWithTheDatabase() throws Exception {
    platform.apply(Action.STOP, ID, replicated);
    Observed stopped = platform.observe(ID, replicated);
    platform.apply(Action.ERASE, ID, replicated);

    assertThat(stopped.process()).isEqualTo(Life.DEAD);
    assertThat(stopped.replica()).isEqualTo(Replica.DEAD);
    assertThat(world.folder()).doesNotExist();
  }

  @Test
  void commandThatEndsAllEndsBothAndCountsOneDatabase() throws Exception {
    int ended = new RunningDatabases(world.data()).endAll();

    assertThat(ended).isOne();
    assertThat(platform.observe(ID, replicated).replica()).isEqualTo(Replica.DEAD);
  }

  @Test
  void replicaThatHasOnlyReadItsOwnFilesDoesNotCountAsWhole() throws Exception {
    world.killSecond();
    world.kill();
    platform.apply(Action.FOLLOW, ID, replicated);

    assertThat(platform.observe(ID, replicated).replica()).isEqualTo(Replica.SYNCING);
  }

  private void await(DatabaseSpec wanted, Replica state) throws Exception {
    Optional<Observed> seen =
        Poll.find(
            Duration.ofSeconds(10),
            () -> Optional.of(platform.observe(ID, wanted)).filter(o -> o.replica() == state));
    assertThat(seen).isPresent();
  }

  private void awaitEqualOffsets() throws Exception {
    try (RedisConnection first = control(first());
        RedisConnection second = second()) {
      Optional<Boolean> equal =
          Poll.find(
              Duration.ofSeconds(10),
              () -> {
                String written = offset(first, "master_repl_offset");
                boolean same = written.equals(offset(second, "slave_repl_offset"));
                return same ? Optional.of(true) : Optional.empty();
              });
      assertThat(equal).isPresent();
    }
  }

  private static String offset(RedisConnection redis, String name) throws IOException {
    return String.valueOf(Report.info(redis.call("INFO", "replication").text()).get(name));
  }

  private long pid(DatabaseFolder folder) throws Exception {
    try (RedisConnection redis = control(folder)) {
      var info = Report.info(redis.call("INFO", "server").text());
      return Long.parseLong(info.getOrDefault("process_id", "0"));
    }
  }

  private DatabaseFolder first() throws Exception {
    return DatabaseFolders.in(world.data(), false).of(ID);
  }

  private RedisConnection second() throws Exception {
    return control(first().second());
  }

  private RedisConnection control(DatabaseFolder folder) throws Exception {
    return world.control(folder);
  }
}
