package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.SlowLog;
import dev.slipway.platform.Action;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What took long on a database.
final class SlowCommandsTest extends PlatformTest {
  @Test
  void slowCommandOfATenantIsFoundAndNoneOfOurs() throws Exception {
    platform.apply(Action.START, ID, wish);
    try (RedisConnection control = world.control();
        RedisConnection client = world.client(Wishes.PASSWORD)) {
      control.call("CONFIG", "SET", "slowlog-log-slower-than", "0").text();
      platform.observe(ID, wish);
      client.call("SET", "greeting", "hello world").text();
      control.call("CONFIG", "SET", "slowlog-log-slower-than", "-1").text();
    }

    var entries = platform.slowLog(ID).orElseThrow();

    assertThat(entries)
        .extracting(SlowLog.Entry::command)
        .contains("SET greeting hello world")
        .noneMatch(command -> command.startsWith("ACL"));
    assertThat(entries).extracting(SlowLog.Entry::took).noneMatch(Duration::isNegative);
    assertThat(entries).isSortedAccordingTo((one, other) -> Long.compare(other.id(), one.id()));
  }

  @Test
  void databaseThatDoesNotRunTellsNothing() {
    assertThat(platform.slowLog(ID)).isEmpty();
  }
}
