package dev.slipway.api.redirection;

import dev.slipway.api.http.Refusal;
import dev.slipway.model.AccountId;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/// Which endpoints may lead to which (api-rules 4.9): those of two active databases of the account
/// that clients cannot tell apart but for their ports, which no two databases of one machine share.
record RedirectionRules(Tx tx, AccountId account, Instant now) {
  /// The database, when it may take part.
  Resource<DatabaseSpec> database(int id) {
    var database =
        tx.databases()
            .find(account, id)
            .orElseThrow(
                () ->
                    Refusal.of(
                        ProblemType.DATABASE_NOT_FOUND,
                        "there is no database " + id + " in this account."));
    if (!(database.status() instanceof Status.Active)) {
      throw Refusal.of(ProblemType.DATABASE_NOT_ACTIVE, "database " + id + " is not active.");
    }
    if (database.spec().crdb() != null) {
      throw Refusal.of(400, "Database %s is Active-Active, which is not redirected.".formatted(id));
    }
    if (privatelyConnected(Objects.requireNonNull(database.parent()))) {
      throw Refusal.of(
          400,
          "Database %s is reached by Private Service Connect or PrivateLink, which are not redirected."
              .formatted(id));
    }
    return database;
  }

  private boolean privatelyConnected(int subscription) {
    return Stream.concat(
            tx.pscServices().under(subscription, 0, Integer.MAX_VALUE).stream(),
            tx.privateLinks().under(subscription, 0, Integer.MAX_VALUE).stream())
        .anyMatch(way -> !(way.status() instanceof Status.Deleting));
  }

  /// Refuses two that clients could tell apart, naming every difference at once.
  void alike(Resource<DatabaseSpec> source, Resource<DatabaseSpec> target) {
    if (source.id() == target.id()) {
      throw Refusal.of(400, "sourceDatabaseId and targetDatabaseId name the same database.");
    }
    List<String> differences = differences(source, target);
    if (!differences.isEmpty()) {
      throw Refusal.of(
          409,
          "Databases %s and %s differ in %s. Make them alike first."
              .formatted(source.id(), target.id(), String.join(", ", differences)));
    }
  }

  private List<String> differences(Resource<DatabaseSpec> source, Resource<DatabaseSpec> target) {
    var from = source.spec().access();
    var to = target.spec().access();
    List<String> differences = new ArrayList<>();
    if (source.spec().protocol() != target.spec().protocol()) {
      differences.add("protocol");
    }
    if (from.tls() != to.tls()) {
      differences.add("enableTls");
    }
    if (!Set.copyOf(from.clientCertificates()).equals(Set.copyOf(to.clientCertificates()))) {
      differences.add("clientTlsCertificates");
    }
    if (from.defaultUser() != to.defaultUser()) {
      differences.add("enableDefaultUser");
    }
    if (!Set.copyOf(from.sourceIps()).equals(Set.copyOf(to.sourceIps()))) {
      differences.add("sourceIp");
    }
    if (open(source) != open(target)) {
      differences.add("publicEndpointAccess of their subscriptions");
    }
    return differences;
  }

  private boolean open(Resource<DatabaseSpec> database) {
    return tx.subscriptions().of(account).stream()
        .filter(subscription -> Integer.valueOf(subscription.id()).equals(database.parent()))
        .anyMatch(subscription -> subscription.spec().publicEndpointAccess());
  }

  /// Refuses a database whose endpoint is led elsewhere already, or to which another is being led.
  void free(Resource<DatabaseSpec> source, Resource<DatabaseSpec> target) {
    for (var other : tx.redirections().of(account, source.id())) {
      if (other.holds(now) && other.reverts() == null && other.sourceId() == source.id()) {
        throw Refusal.of(
            409,
            "The endpoint of database %s is redirected by %s; revert that first."
                .formatted(source.id(), other.id()));
      }
    }
    for (int id : List.of(source.id(), target.id())) {
      if (tx.redirections().of(account, id).stream().anyMatch(other -> other.runs(now))) {
        throw Refusal.of(
            409, "Database " + id + " is part of a redirection that is not completed yet.");
      }
    }
  }
}
