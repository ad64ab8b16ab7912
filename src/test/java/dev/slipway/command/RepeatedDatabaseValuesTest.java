package dev.slipway.command;

import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.ChangeDraft;
import dev.slipway.model.Cidr;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.DatabaseSpec.Throughput;
import dev.slipway.model.Eviction;
import dev.slipway.model.Secret;
import dev.slipway.model.Specs;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Values that a database has already: they change nothing, and no rule measures them again.
final class RepeatedDatabaseValuesTest extends DatabaseUpdateTest {
  /// What a GET shows, in its own words.
  static Stream<Consumer<ChangeDraft>> repetitions() {
    return Stream.of(
        _ -> {},
        c -> c.name = "cache",
        c -> c.size = new Size(1, false),
        c -> c.size = new Size(2, true),
        c -> c.sourceIps = List.of("0.0.0.0/0"),
        c -> c.password = new Secret("correct-horse"),
        c -> c.queryPerformanceFactor = "Standard",
        c -> c.throughput = new Throughput("operations-per-second", 1_000),
        c -> c.backup = new DatabaseSpec.Backup(false, null, null, null, null),
        c -> {
          c.shardingType = "custom-regex-rules";
          c.regexRules = List.of(".*\\{(?<tag>.*)\\}.*", "(?<tag>.*)");
        },
        c -> {
          c.certificates = List.of();
          c.legacyCertificate = "";
        },
        c -> {
          c.alerts = List.of();
          c.syncSources = List.of();
        });
  }

  @ParameterizedTest
  @MethodSource("repetitions")
  void repeatedValuesChangeNothing(Consumer<ChangeDraft> repetition) {
    var before = desk.database(database);

    change(repetition);

    assertThat(desk.database(database)).isEqualTo(before);
  }

  @Test
  void repeatedValuesAreAcceptedWhilePending() {
    subscription = desk.subscription(Desk.PENDING);
    database = desk.database(subscription, database("cache"), Desk.PENDING);

    assertThat(change(c -> c.size = new Size(1, false))).isEqualTo(database);
  }

  @Test
  void sourcesThatBecameTheDefaultAreARepetition() {
    subscription =
        desk.subscription(Specs.subscription(s -> s.publicEndpointAccess = false), Desk.ACTIVE);
    database =
        desk.database(
            subscription, database("cache", d -> d.sourceIps = Cidr.PRIVATE), Desk.ACTIVE);

    change(_ -> {});

    assertThat(desk.database(database).status()).isEqualTo(Desk.ACTIVE);
  }

  @Test
  void hiddenPasswordOfADisabledUserIsARepetition() {
    database = databaseWith(d -> d.defaultUser = false);

    change(c -> c.password = new Secret(""));

    assertThat(desk.database(database).status()).isEqualTo(Desk.ACTIVE);
  }

  @Test
  void valueThatStaysIsNotMeasuredAgain() {
    database =
        databaseWith(
            d -> {
              d.tls = true;
              d.certificates = List.of(Certificates.VALID);
            });
    desk.travelTo(Instant.parse("2037-01-01T00:00:00Z"));

    change(
        c -> {
          c.certificates = List.of(Certificates.VALID);
          c.eviction = Eviction.NOEVICTION;
        });

    assertThat(desk.database(database).spec().eviction()).isEqualTo(Eviction.NOEVICTION);
  }
}
