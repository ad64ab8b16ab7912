package dev.slipway.command;

import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.SyncSource;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Secret;
import dev.slipway.model.Status;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Databases that follow one another in a circle. The one that changes has port 10000.
final class ReplicaCycleTest extends DatabaseUpdateTest {
  private static final String ITSELF = Desk.HOST + ":10000";

  @ParameterizedTest
  @ValueSource(
      strings = {
        ITSELF,
        "redis://" + ITSELF,
        "rediss://user:hush@" + ITSELF,
        "REDIS.example.com:10000",
        "localhost:10000",
        "127.0.0.1:10000",
        "127.8.8.8:10000",
        "0.0.0.0:10000",
        "[::1]:10000",
        "[::ffff:127.0.0.1]:10000"
      })
  void databaseThatFollowsItselfIsRefused(String endpoint) {
    database = at(10_000);

    var problem = refuse(c -> c.syncSources = follows(endpoint));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_REPLICA_CYCLE);
    assertThat(problem.description()).contains("d10000", ITSELF).doesNotContain("hush");
  }

  @Test
  void databasesThatFollowEachOtherAreRefused() {
    database = at(10_000);
    at(10_001, ITSELF);

    assertThat(refuse(c -> c.syncSources = follows(Desk.HOST + ":10001")).type())
        .isEqualTo(ProblemType.DATABASE_REPLICA_CYCLE);
  }

  @Test
  void longWayRoundIsRefusedToo() {
    database = at(10_000);
    at(10_001, ITSELF);
    at(10_002, "elsewhere.example.com:1", Desk.HOST + ":10001");

    assertThat(refuse(c -> c.syncSources = follows("a:1", Desk.HOST + ":10002")).type())
        .isEqualTo(ProblemType.DATABASE_REPLICA_CYCLE);
  }

  @Test
  void newDatabaseOnAPortThatIsFollowedIsRefused() {
    at(10_001, Desk.HOST + ":10003");
    var wanted =
        database(
            "late",
            d -> {
              d.port = 10_003;
              d.syncSources = follows(Desk.HOST + ":10001");
            });

    var problem = desk.refuse(new CreateDatabase(subscription, wanted, false));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_REPLICA_CYCLE);
  }

  @Test
  void twoThatFollowTheSameAreNoCircle() {
    database = at(10_000);
    at(10_001);
    at(10_002, Desk.HOST + ":10001");
    String both = Desk.HOST + ":10001";

    change(c -> c.syncSources = follows(both, Desk.HOST + ":10002"));

    assertThat(desk.database(database).spec().syncSources()).hasSize(2);
  }

  @Test
  void samePortElsewhereIsAnotherDatabase() {
    database = at(10_000);

    change(c -> c.syncSources = follows("elsewhere.example.com:10000"));

    assertThat(desk.database(database).spec().syncSources()).hasSize(1);
  }

  @Test
  void databaseThatIsBeingDeletedFollowsNobody() {
    database = at(10_000);
    desk.database(subscription, following(10_001, ITSELF), new Status.Deleting());

    change(c -> c.syncSources = follows(Desk.HOST + ":10001"));

    assertThat(desk.database(database).spec().syncSources()).hasSize(1);
  }

  private int at(int port, String... sources) {
    return desk.database(subscription, following(port, sources), Desk.ACTIVE);
  }

  private static DatabaseSpec following(int port, String... sources) {
    return database(
        "d" + port,
        d -> {
          d.port = port;
          d.syncSources = follows(sources);
        });
  }

  private static List<SyncSource> follows(String... endpoints) {
    return List.of(endpoints).stream()
        .map(endpoint -> new SyncSource(new Secret(endpoint), false, null, false))
        .toList();
  }
}
