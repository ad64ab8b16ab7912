package dev.slipway.reconcile;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Alarm;
import dev.slipway.model.Chart;
import dev.slipway.model.Charts;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Event;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.Vitals;
import dev.slipway.platform.Gauge;
import dev.slipway.platform.Gauge.Part;
import dev.slipway.reconcile.AlertPlan.Turn;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;

/// Asks running databases for their numbers, and keeps of each what the last time has found: for
/// whoever shows it, for its pace, and for its alerts. It leases nothing and is no visit, so that a
/// database that hangs holds up nobody. Safe for use by many threads.
public final class Checkup implements Charts {
  private final Store store;
  private final Gauge gauge;
  private final InstantSource clock;
  private final LongSupplier nanos;
  private final Map<Key, Chart> charts = new ConcurrentHashMap<>();

  private record Key(int databaseId, Part part) {}

  /// A database that is to be asked.
  ///
  /// @param ringing its alerts that have begun and not ended
  record Patient(Resource<DatabaseSpec> row, Set<String> ringing) {}

  /// @param nanos measures how far two checkups are apart, as `System.nanoTime` does
  public Checkup(Store store, Gauge gauge, InstantSource clock, LongSupplier nanos) {
    this.store = store;
    this.gauge = gauge;
    this.clock = clock;
    this.nanos = nanos;
  }

  @Override
  public Optional<Chart> latest(int databaseId) {
    return Optional.ofNullable(charts.get(new Key(databaseId, Part.LEADER)));
  }

  /// Those that run, of all accounts. What is known of others is forgotten.
  List<Patient> running() {
    List<Patient> running =
        store.read(tx -> tx.accounts().all()).stream()
            .map(Account::id)
            .flatMap(account -> store.read(tx -> running(tx, account)).stream())
            .toList();
    Set<Integer> ids =
        running.stream().map(patient -> patient.row().id()).collect(Collectors.toSet());
    charts.keySet().removeIf(key -> !ids.contains(key.databaseId()));
    return running;
  }

  private static List<Patient> running(Tx tx, AccountId account) {
    Map<Integer, Set<String>> ringing =
        tx.alarms().of(account).stream()
            .collect(
                Collectors.groupingBy(
                    Alarm::databaseId, Collectors.mapping(Alarm::alert, Collectors.toSet())));
    return tx.databases().of(account).stream()
        .filter(row -> runs(row.status()))
        .map(row -> new Patient(row, ringing.getOrDefault(row.id(), Set.of())))
        .toList();
  }

  private static boolean runs(Status status) {
    return switch (status) {
      case Status.Active _, Status.Changing _ -> true;
      case Status.Pending _, Status.Failed _, Status.Deleting _ -> false;
    };
  }

  /// Asks one.
  void check(Patient patient) {
    Resource<DatabaseSpec> row = patient.row();
    Optional<Chart> chart = examine(new Key(row.id(), Part.LEADER));
    if (row.spec().replication()) {
      var _ = examine(new Key(row.id(), Part.FOLLOWER));
    }
    chart
        .map(seen -> AlertPlan.next(row.spec().inForce().alerts(), patient.ringing(), seen))
        .filter(turns -> !turns.isEmpty())
        .ifPresent(turns -> tell(row, turns));
  }

  private Optional<Chart> examine(Key key) {
    Optional<Vitals> vitals = gauge.read(key.databaseId(), key.part());
    if (vitals.isEmpty()) {
      charts.remove(key);
      return Optional.empty();
    }
    long now = nanos.getAsLong();
    Chart before = charts.get(key);
    Chart chart = before == null ? Chart.begin(vitals.get(), now) : before.then(vitals.get(), now);
    charts.put(key, chart);
    int hz = PacePlan.hz(chart.idle());
    if (vitals.get().hz() != hz) {
      gauge.pace(key.databaseId(), key.part(), hz);
    }
    return Optional.of(chart);
  }

  /// What rings and what is told of it are one transaction: each turn is told once, whatever dies.
  private void tell(Resource<DatabaseSpec> row, List<Turn> turns) {
    Instant now = clock.instant();
    store.write(
        tx -> {
          if (tx.databases().find(row.account(), row.id()).isPresent()) {
            turns.forEach(turn -> tell(tx, row, turn, now));
          }
          return true;
        });
  }

  private static void tell(Tx tx, Resource<DatabaseSpec> row, Turn turn, Instant now) {
    boolean news =
        turn.begins()
            ? tx.alarms().begin(row.account(), new Alarm(row.id(), turn.alert(), now))
            : tx.alarms().end(row.id(), turn.alert());
    if (news) {
      tx.events()
          .add(
              row.account(),
              new Event(
                  now,
                  Event.SYSTEM,
                  null,
                  row.id(),
                  row.spec().name(),
                  "Notification",
                  "Database %d: %s".formatted(row.id(), turn.words())));
    }
  }
}
