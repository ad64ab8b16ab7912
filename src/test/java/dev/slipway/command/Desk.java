package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Command;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.MemoryInUse;
import dev.slipway.model.Prices;
import dev.slipway.model.Problem;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.store.Store;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;

/// One account, its rows, and the handlers.
final class Desk implements AutoCloseable {
  static final Instant NOON = Instant.parse("2026-06-01T12:00:00Z");
  static final Status ACTIVE = new Status.Active();
  static final Status PENDING = new Status.Pending("being created");

  static final String HOST = "redis.example.com";

  /// Ports 10000 to 10004: five databases.
  static final Installation LENIENT =
      new Installation(HOST, 10_000, 10_004, false, List.of("7.4.1"));

  static final Installation STRICT = new Installation(HOST, 10_000, 10_004, true, List.of("7.4.1"));

  private final Store store;
  private Commands handlers;
  private AccountId account = new AccountId(0);
  private Instant now = NOON;

  Desk(Path folder) {
    this.store = Stores.inline(folder);
    this.handlers = handlers(LENIENT, Limits.standard());
    changeAccount(Account.Plan.FLEXIBLE);
  }

  /// From now on the commands are those of another account.
  void changeAccount(Account.Plan plan) {
    account = new AccountId(account.value() + 1);
    var row = new Account(account, "ann", plan, true, NOON);
    store.write(
        tx -> {
          tx.accounts().add(row, "hash of " + row.id());
          return row;
        });
  }

  /// From now on the server is set up in another way.
  void serve(Installation installation, Limits limits) {
    handlers = handlers(installation, limits);
  }

  void serve(Installation installation) {
    serve(installation, Limits.standard());
  }

  /// From now on databases are asked how much they use.
  void weigh(MemoryInUse memory) {
    handlers = new Weighed(handlers, store, memory);
  }

  private static Handlers handlers(Installation installation, Limits limits) {
    return new Handlers(Specs.catalogue(), limits, installation, new SplittableRandom(1));
  }

  Outcome run(Command command) {
    handlers.prepare(command, account);
    return store.write(tx -> handlers.run(command, account, tx, now));
  }

  /// The id of the resource, once the command was accepted.
  int accept(Command command) {
    var outcome = run(command);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    return Objects.requireNonNull(((Outcome.Accepted) outcome).resourceId());
  }

  /// The prices of a dry run, which has changed no row.
  Prices price(Command command) {
    var before = rows();
    var outcome = run(command);
    assertThat(outcome).isInstanceOf(Outcome.Accepted.class);
    assertThat(rows()).isEqualTo(before);
    return (Prices) Objects.requireNonNull(((Outcome.Accepted) outcome).found());
  }

  /// The problem, once the command was refused and has changed no row.
  Problem refuse(Command command) {
    var before = rows();
    var outcome = run(command);
    assertThat(outcome).isInstanceOf(Outcome.Rejected.class);
    assertThat(rows()).isEqualTo(before);
    return ((Outcome.Rejected) outcome).problem();
  }

  /// A subscription that is there already.
  int subscription(Status status) {
    return subscription(Specs.subscription(s -> s.capacityGb = 10), status);
  }

  int subscription(SubscriptionSpec spec, Status status) {
    return store.write(
        tx ->
            tx.subscriptions()
                .add(account, tx.ids().next(Kind.SUBSCRIPTION), null, spec, status, now)
                .id());
  }

  /// A database that is there already.
  int database(int subscription, DatabaseSpec spec, Status status) {
    return store.write(
        tx -> {
          int id = tx.ids().next(Kind.DATABASE);
          return tx.databases().add(account, id, subscription, spec, status, now).id();
        });
  }

  /// The database was seen to use so much memory.
  void uses(int database, long bytes) {
    var facts = new Facts("redis 7.4.1", bytes, "run", null);
    store.write(
        tx -> {
          var row = tx.work().lease(Ref.database(database), "desk", now, now).orElseThrow();
          return tx.work().settle(row, "desk", row.status(), facts, now);
        });
  }

  Resource<SubscriptionSpec> subscription(int id) {
    return store.read(tx -> tx.subscriptions().find(account, id).orElseThrow());
  }

  Resource<DatabaseSpec> database(int id) {
    return store.read(tx -> tx.databases().find(account, id).orElseThrow());
  }

  List<Resource<DatabaseSpec>> databasesOf(int subscription) {
    return store.read(tx -> tx.databases().under(subscription, 0, 1_000));
  }

  /// What a refusal must not touch.
  private Rows rows() {
    return store.read(
        tx ->
            new Rows(
                tx.subscriptions().of(account),
                tx.databases().of(account),
                tx.ports().usedIn(0, 65_535)));
  }

  private record Rows(
      List<Resource<SubscriptionSpec>> subscriptions,
      List<Resource<DatabaseSpec>> databases,
      int ports) {}

  void pass(Duration time) {
    now = now.plus(time);
  }

  void travelTo(Instant time) {
    now = time;
  }

  /// The standard limits, but for databases in a subscription.
  static Limits limits(int databasesPerSubscription) {
    var standard = Limits.standard();
    return new Limits(
        standard.laneDepth(),
        databasesPerSubscription,
        standard.quantity(),
        standard.changingSubscriptions(),
        standard.taskAttempts(),
        standard.provisioning(),
        standard.recovery(),
        standard.firstRetry(),
        standard.lastRetry(),
        standard.driftLook(),
        standard.checkup(),
        standard.taskRetention(),
        standard.taskList(),
        standard.counterpart(),
        standard.capacityStepGb());
  }

  @Override
  public void close() {
    store.close();
  }
}
