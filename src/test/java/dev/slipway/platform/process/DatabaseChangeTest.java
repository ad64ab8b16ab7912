package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import dev.slipway.platform.Observed.Life;
import dev.slipway.platform.PlatformException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/// How a database comes by new settings.
final class DatabaseChangeTest extends PlatformTest {
  @Test
  void changeReachesARunningDatabaseAndItsClientStays() throws Exception {
    platform.apply(Action.START, ID, wish);
    DatabaseSpec changed = Wishes.sized(wish, 0.25);
    changed = Wishes.evicting(changed, Eviction.ALLKEYS_LFU);
    changed = Wishes.keeping(changed, Persistence.SNAPSHOT_EVERY_6_HOURS);
    changed = Wishes.behind(changed, "another");
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();

      platform.apply(Action.CONFIGURE, ID, changed);

      Observed observed = platform.observe(ID, changed);
      assertThat(observed.settings()).isEqualTo(Settings.wantedBy(Wanted.alone(changed)));
      assertThat(observed.process()).isEqualTo(Life.SERVING);
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.MATCH_NONE, names = ".*_LRM")
  void everyPolicyIsSetOnARunningDatabase(Eviction eviction) throws Exception {
    DatabaseSpec changed = Wishes.evicting(wish, eviction);
    platform.apply(Action.START, ID, Wishes.evicting(wish, other(eviction)));

    platform.apply(Action.CONFIGURE, ID, changed);

    try (RedisConnection control = world.control()) {
      assertThat(control.call("CONFIG", "GET", "maxmemory-policy").items().getLast().text())
          .isEqualTo(eviction.wire());
    }
  }

  private static Eviction other(Eviction than) {
    return than == Eviction.NOEVICTION ? Eviction.VOLATILE_TTL : Eviction.NOEVICTION;
  }

  @Test
  void memorySettingsThatSomebodyElseChangedAreSeenAndSetRight() throws Exception {
    platform.apply(Action.START, ID, wish);
    Settings wanted = Settings.wantedBy(Wanted.alone(wish));
    try (RedisConnection control = world.control()) {
      control.call("CONFIG", "SET", "maxmemory", "1gb", "maxmemory-policy", "noeviction").text();
    }
    assertThat(platform.observe(ID, wish).settings()).isNotEqualTo(wanted);

    platform.apply(Action.CONFIGURE, ID, wish);

    assertThat(platform.observe(ID, wish).settings()).isEqualTo(wanted);
  }

  @Test
  void databaseThatBeginsToKeepItsDataHasItAfterItsDeath() throws Exception {
    platform.apply(Action.START, ID, Wishes.keeping(wish, Persistence.NONE));
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();
    }
    platform.apply(Action.CONFIGURE, ID, wish);
    world.kill();

    platform.apply(Action.START, ID, wish);

    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThat(client.call("GET", "k").text()).isEqualTo("v");
    }
  }

  @Test
  void flushedDatabaseIsEmptyAlsoAfterItsDeath() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "k", "v").text();

      platform.apply(Action.FLUSH, ID, wish);

      assertThat(client.call("DBSIZE")).isEqualTo(client.call("EXISTS", "k"));
    }
    world.kill();
    platform.apply(Action.START, ID, wish);
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      assertThat(client.call("DBSIZE")).isEqualTo(client.call("EXISTS", "k"));
    }
  }

  @Test
  void changeSurvivesARestart() throws Exception {
    platform.apply(Action.START, ID, wish);
    DatabaseSpec changed = Wishes.behind(Wishes.sized(wish, 0.3), "another");
    platform.apply(Action.CONFIGURE, ID, changed);
    world.kill();

    platform.apply(Action.START, ID, changed);

    assertThat(platform.observe(ID, changed).settings())
        .isEqualTo(Settings.wantedBy(Wanted.alone(changed)));
  }

  @Test
  void refusedChangeLasts() throws Exception {
    platform.apply(Action.START, ID, wish);
    DatabaseSpec tooNew = Wishes.evicting(wish, Eviction.ALLKEYS_LRM);

    PlatformException failure = failure(() -> platform.apply(Action.CONFIGURE, ID, tooNew));

    assertThat(failure.trouble().lasting()).isTrue();
    assertThat(platform.observe(ID, wish).process()).isEqualTo(Life.SERVING);
  }
}
