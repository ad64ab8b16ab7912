package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseChange;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Pricing;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.UpdateDatabase;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Changes a database that is active or in error. A request that repeats present values succeeds in
/// every status (architecture 5a).
///
/// Refuses with UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
/// SUBSCRIPTION_NOT_FOUND, DATABASE_NOT_FOUND, DATABASE_SUBSCRIPTION_MISMATCH,
/// SUBSCRIPTION_NOT_ACTIVE, DATABASE_NOT_ACTIVE, DATABASE_NAME_EXISTS,
/// DATABASE_SIZE_LIMIT_INVALID_TOO_MANY_MEMORY_SPECIFICATIONS, DATABASE_SIZE_SMALLER_THAN_USAGE,
/// and as {@link DatabaseRules}, {@link CertificateRules}, {@link Capacity}, {@link MemoryBudget},
/// {@link ReplicaCycle} and {@link ChangingLimit} say.
record UpdateDatabaseHandler(
    Catalogue catalogue,
    DatabaseRules rules,
    Capacity capacity,
    MemoryBudget budget,
    ReplicaCycle cycle,
    ChangingLimit changing) {
  Outcome run(UpdateDatabase command, Turn turn) {
    var subscription = turn.subscription(command.subscriptionId());
    if (subscription.spec().activeActive()) {
      throw new Refused(
          ProblemType.UPDATING_SINGLE_REGION_DATABASE_NOT_ALLOWED_WITH_ACTIVE_ACTIVE_SUBSCRIPTION,
          "Subscription %s is Active-Active.".formatted(subscription.id()),
          "Use PUT /subscriptions/{id}/databases/{id}/regions.");
    }
    return change(
        subscription,
        command.databaseId(),
        command.change(),
        UnaryOperator.identity(),
        command.dryRun(),
        turn);
  }

  /// @param further what else changes, besides what a `change` can say
  Outcome change(
      Resource<SubscriptionSpec> subscription,
      int databaseId,
      DatabaseChange change,
      UnaryOperator<DatabaseSpec> further,
      boolean dryRun,
      Turn turn) {
    var database = turn.database(subscription, databaseId);
    // Sources of its own may be the default by now, when the subscription has changed since.
    var before = in(subscription.spec(), database.spec());
    var wanted = in(subscription.spec(), further.apply(change.applyTo(before)));
    certificates(change, before.access(), wanted.access(), turn.now());
    SizeRules.oneSize(change, wanted);
    if (wanted.equals(before)) {
      return dryRun ? prices(wanted) : Outcome.Accepted.resource(database.id());
    }
    StatusRules.active(subscription, turn);
    StatusRules.changeable(database, turn);
    var others = others(subscription, database, turn);
    NameRules.free(wanted.name(), others);
    rules.change(before, wanted, subscription.spec(), turn.now());
    if (!before.topology().ossClusterApi()) {
      PscRows.admits(wanted, subscription.id(), turn);
    }
    SizeRules.holdsItsData(wanted, database);
    if (!wanted.syncSources().equals(before.syncSources())) {
      cycle.check(wanted, turn);
    }
    var all = Stream.concat(others.stream().map(Resource::spec), Stream.of(wanted)).toList();
    var larger = capacity.fit(subscription.spec(), all);
    budget.change(before, wanted, turn.tx());
    if (dryRun) {
      return prices(wanted);
    }
    if (!larger.equals(subscription.spec())) {
      changing.allows(turn, subscription.id());
    }
    capacity.grow(turn, subscription, larger);
    turn.tx().databases().want(database, wanted, changing(database.status()), turn.now());
    return Outcome.Accepted.resource(database.id());
  }

  /// A change of one whose upgrade failed is another try of that too, until it is made good.
  private static Status changing(Status before) {
    return new Status.Changing(
        before.upgrading() ? Status.Changing.UPGRADE : "taking on its new settings");
  }

  private static DatabaseSpec in(SubscriptionSpec subscription, DatabaseSpec database) {
    return database.withAccess(database.access().in(subscription));
  }

  /// What is sent counts: a form that was stored gives way to the other. What cannot be read is
  /// told first, because the wish may have lost it: TLS that is off erases certificates.
  private static void certificates(
      DatabaseChange change, DatabaseSpec.Access before, DatabaseSpec.Access wanted, Instant now) {
    List<String> sent = Objects.requireNonNullElse(change.clientCertificates(), List.of());
    sent.stream()
        .filter(pem -> !before.clientCertificates().contains(pem))
        .forEach(pem -> CertificateRules.valid(pem, now));
    CertificateRules.combination(wanted.tls(), sent, change.legacyCertificate());
  }

  private static List<Resource<DatabaseSpec>> others(
      Resource<SubscriptionSpec> subscription, Resource<DatabaseSpec> database, Turn turn) {
    return turn.databasesOf(subscription).stream()
        .filter(other -> other.id() != database.id())
        .toList();
  }

  private Outcome prices(DatabaseSpec database) {
    return Outcome.Accepted.dryRun(Pricing.of(List.of(database), catalogue));
  }
}
