package dev.slipway.platform.process;

import static dev.slipway.platform.process.World.ID;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Vitals;
import dev.slipway.platform.Action;
import dev.slipway.platform.Gauge;
import dev.slipway.platform.Gauge.Part;
import dev.slipway.platform.Observed.Life;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a real Redis says of its work.
final class HeldGaugeTest extends PlatformTest {
  private Gauge gauge;

  @BeforeEach
  void start() throws Exception {
    platform.apply(Action.START, ID, wish);
    platform.observe(ID, wish);
    gauge = platform.platform().gauge();
  }

  private Vitals vitals() {
    return gauge.read(ID, Part.LEADER).orElseThrow();
  }

  private String hz() throws Exception {
    try (RedisConnection control = world.inside()) {
      return Report.info(control.call("INFO", "server").text()).getOrDefault("configured_hz", "");
    }
  }

  @Test
  void commandsOfClientsAreCountedByWhatTheyDo() throws Exception {
    Vitals before = vitals();
    try (RedisConnection client = world.client(Wishes.PASSWORD)) {
      client.call("SET", "here", "1").text();
      client.call("GET", "here").text();
      client.call("GET", "not-here").text();
      client.call("ECHO", "x").text();
    }

    Vitals after = vitals();

    assertThat(after.writes().count() - before.writes().count()).isEqualTo(1);
    assertThat(after.reads().count() - before.reads().count()).isEqualTo(2);
    assertThat(after.others().count() - before.others().count()).isEqualTo(1);
    assertThat(after.keys().hits()).isEqualTo(1);
    assertThat(after.keys().misses()).isEqualTo(1);
    assertThat(after.keys().present()).isEqualTo(1);
    assertThat(after.memory().limit()).isEqualTo(100_000_000);
    assertThat(after.memory().used()).isBetween(100_000L, 100_000_000L);
  }

  @Test
  void whatSlipwayAsksIsNobodysCommandAndNobodysConnection() throws Exception {
    Vitals before = vitals();

    for (int looks = 0; looks < 3; looks++) {
      platform.observe(ID, wish);
    }

    assertThat(vitals().all().count()).isEqualTo(before.all().count());
    assertThat(vitals().clients().connected()).isZero();
  }

  @Test
  void readingMakesNoConnection() {
    long arrived = vitals().clients().arrived();

    IntStream.range(0, 5).forEach(_ -> vitals());

    assertThat(vitals().clients().arrived()).isEqualTo(arrived);
  }

  @Test
  void paceIsChangedAndNoLookChangesItBack() throws Exception {
    gauge.pace(ID, Part.LEADER, 1);

    var seen = platform.observe(ID, wish);
    platform.apply(Action.CONFIGURE, ID, wish);

    assertThat(seen.process()).isEqualTo(Life.SERVING);
    assertThat(vitals().hz()).isEqualTo(1);
    assertThat(hz()).isEqualTo("1");
  }

  @Test
  void redisThatHangsSaysNothingAndAnswersLaterAsBefore() throws Exception {
    world.signal("STOP");
    assertThat(gauge.read(ID, Part.LEADER)).isEmpty();
    assertThat(gauge.read(ID, Part.LEADER)).isEmpty();

    world.signal("CONT");

    assertThat(Poll.find(Duration.ofSeconds(20), () -> gauge.read(ID, Part.LEADER))).isPresent();
  }

  @Test
  void thereIsNoFollowerWithoutAReplicaAndNothingOfADatabaseThatDied() throws Exception {
    assertThat(gauge.read(ID, Part.FOLLOWER)).isEmpty();

    world.kill();

    assertThat(Poll.find(Duration.ofSeconds(20), this::silence)).isPresent();
    gauge.pace(ID, Part.LEADER, 1);
  }

  private Optional<Boolean> silence() {
    return gauge.read(ID, Part.LEADER).isEmpty() ? Optional.of(true) : Optional.empty();
  }

  @Test
  void subcommandsAreOfTheirCommandsKind() {
    var kinds = new CommandKinds(Set.of("get", "memory|usage", "getset"), Set.of("set", "getset"));
    var info =
        Map.of(
            "cmdstat_get", "calls=1,usec=10",
            "cmdstat_getset", "calls=2,usec=20",
            "cmdstat_memory|usage", "calls=4,usec=40",
            "cmdstat_client|setinfo", "calls=8,usec=80",
            "cmdstat_config|get", "calls=16,usec=160",
            "cmdstat_ping", "calls=32,usec=320",
            "used_memory", "7");

    assertThat(kinds.reads(info)).isEqualTo(new Vitals.Calls(5, 50));
    assertThat(kinds.writes(info)).isEqualTo(new Vitals.Calls(2, 20));
    assertThat(kinds.others(info)).isEqualTo(new Vitals.Calls(8, 80));
  }
}
