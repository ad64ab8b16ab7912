package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_CREATE_A_REGION_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_CREATE_A_REGION_MUST_BE_DEFINED_ONCE_PER_DATABASE;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_LOCAL_THROUGHPUT_MEASUREMENT_IN_DATABASE_SPEC;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS;
import static dev.slipway.model.ProblemType.ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;
import static dev.slipway.model.ProblemType.DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION;

import dev.slipway.model.ActiveActiveCommand.AddRegion;
import dev.slipway.model.ActiveActiveCommand.AddRegion.Share;
import dev.slipway.model.ActiveActiveCommand.DeleteRegion;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Pricing;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;

/// Puts an Active-Active subscription with all its databases into one region more, or takes it out
/// of some. All of them are pending meanwhile, so that nothing else changes them.
///
/// Refuses with SUBSCRIPTION_NOT_FOUND, SUBSCRIPTION_NOT_ACTIVE,
/// SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE, with the types that are imported here, and as {@link
/// RegionRules}, {@link PlacementRules}, {@link LocalRules} and {@link ChangingLimit} say.
record RegionHandler(
    Catalogue catalogue, PlacementRules placement, EngineRules engine, ChangingLimit changing) {
  Outcome add(AddRegion command, Turn turn) {
    var subscription =
        activeActive(
            command.subscriptionId(),
            ADDING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION,
            turn);
    var databases = resting(subscription, turn);
    var before = subscription.spec();
    String name = command.region().region();
    if (catalogue.region(before.provider(), name).isEmpty()) {
      throw new Refused(
          ACTIVE_ACTIVE_INVALID_CREATE_REGION_NAME,
          "region %s is not one of %s.".formatted(Words.quoted(name), before.provider()),
          "GET /regions?provider=%s lists them.".formatted(before.provider()));
    }
    var regions = new ArrayList<>(before.regions());
    regions.add(command.region());
    var wanted = KeyRules.oneMore(command, before).withRegions(regions);
    RegionRules.check(wanted);
    placement.region(command.region(), wanted);
    shares(command, databases);
    UnaryOperator<DatabaseSpec> deployed = database -> deployed(database, command);
    return command.dryRun()
        ? Outcome.Accepted.dryRun(
            Pricing.of(
                    databases.stream().map(row -> deployed.apply(row.spec())).toList(), catalogue)
                .in(List.of(name)))
        : move(subscription, wanted, deployed, "being deployed in " + name, turn);
  }

  private static DatabaseSpec deployed(DatabaseSpec database, AddRegion command) {
    var share =
        command.databases().stream()
            .filter(candidate -> candidate.name().equals(database.name()))
            .findFirst()
            .orElseThrow();
    var local = Objects.requireNonNull(share.local());
    return database.withCrdb(crdb(database).with(local));
  }

  /// Each database of the subscription is named once.
  private void shares(AddRegion command, List<Resource<DatabaseSpec>> databases) {
    var missing = new HashSet<String>();
    databases.forEach(database -> missing.add(database.spec().name()));
    var seen = new HashSet<String>();
    for (Share share : command.databases()) {
      if (!seen.add(share.name())) {
        throw new Refused(
            ACTIVE_ACTIVE_CREATE_A_REGION_MUST_BE_DEFINED_ONCE_PER_DATABASE,
            "databases names %s twice.".formatted(Words.quoted(share.name())));
      }
      if (share.local() == null) {
        throw new Refused(
            ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_LOCAL_THROUGHPUT_MEASUREMENT_IN_DATABASE_SPEC,
            "database %s needs its localThroughputMeasurement."
                .formatted(Words.quoted(share.name())));
      }
      if (!share.local().region().equals(command.region().region())) {
        throw new Refused(
            ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS,
            "localThroughputMeasurement of database %s is for region %s, and the new one is %s."
                .formatted(
                    Words.quoted(share.name()),
                    Words.quoted(share.local().region()),
                    command.region().region()));
      }
      LocalRules.throughput(share.local());
    }
    if (!seen.equals(missing)) {
      throw new Refused(
          ACTIVE_ACTIVE_CREATE_A_REGION_MUST_CONTAIN_DATABASE_SPEC_TO_ALL_CRDBS_IN_SUBSCRIPTION,
          "databases names %s, and the subscription has %s.".formatted(seen, missing),
          "Name each of these, and no other.");
    }
    databases.forEach(database -> resp(command, database.spec()));
  }

  private void resp(AddRegion command, DatabaseSpec database) {
    String version = command.respVersion();
    if (version != null && !engine.speaks(version, database.engine().redisVersion())) {
      throw new Refused(
          ACTIVE_ACTIVE_CREATE_A_REGION_DATABASE_RESP_VERSION_IS_NOT_SUPPORTED,
          "respVersion resp3 needs redisVersion 7.2 or later, and database %s has %s."
              .formatted(Words.quoted(database.name()), database.engine().redisVersion()),
          "Ask for resp2.");
    }
  }

  Outcome delete(DeleteRegion command, Turn turn) {
    var subscription =
        activeActive(
            command.subscriptionId(),
            DELETING_REGION_IS_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION,
            turn);
    var databases = resting(subscription, turn);
    var before = subscription.spec();
    var leaving = leaving(command.regions(), before);
    var regions =
        before.regions().stream().filter(region -> !leaving.contains(region.region())).toList();
    if (regions.isEmpty()) {
      throw new Refused(
          ACTIVE_ACTIVE_DELETE_SUBSCRIPTION_MUST_BE_DEPLOYED_IN_AT_LEAST_ONE_REGION,
          "regions names all regions of the subscription.",
          "Keep one, or delete the subscription.");
    }
    UnaryOperator<DatabaseSpec> rest =
        database -> database.withCrdb(crdb(database).without(leaving));
    if (command.dryRun()) {
      return Outcome.Accepted.dryRun(
          Pricing.of(databases.stream().map(row -> rest.apply(row.spec())).toList(), catalogue));
    }
    var moved =
        move(
            subscription,
            before.withRegions(regions),
            rest,
            "leaving " + String.join(", ", command.regions()),
            turn);
    leaving.stream()
        .flatMap(region -> catalogue.region(before.provider(), region).stream())
        .forEach(region -> turn.tx().work().forgetIn(subscription.id(), region.id()));
    for (var role : turn.tx().aclRoles().of(turn.account())) {
      var left = role.spec().without(subscription.id(), leaving);
      if (!left.equals(role.spec())) {
        turn.tx().aclRoles().describe(role, left);
      }
    }
    return moved;
  }

  private static HashSet<String> leaving(List<String> asked, SubscriptionSpec subscription) {
    var leaving = new HashSet<String>();
    for (String region : asked) {
      if (subscription.regions().stream().noneMatch(known -> known.region().equals(region))) {
        throw new Refused(
            ACTIVE_ACTIVE_INVALID_DELETE_REGION_NAME,
            "The subscription is not in region %s.".formatted(Words.quoted(region)),
            "GET /subscriptions/{id}/regions lists its regions.");
      }
      if (!leaving.add(region)) {
        throw new Refused(
            ACTIVE_ACTIVE_DELETE_REGIONS_MUST_BE_DEFINED_ONCE,
            "regions names %s twice.".formatted(Words.quoted(region)));
      }
    }
    return leaving;
  }

  private static Resource<SubscriptionSpec> activeActive(int id, ProblemType otherwise, Turn turn) {
    var subscription = turn.subscription(id);
    if (!subscription.spec().activeActive()) {
      throw new Refused(
          otherwise, "Subscription %s is a single-region one and stays where it is.".formatted(id));
    }
    return subscription;
  }

  private static List<Resource<DatabaseSpec>> resting(
      Resource<SubscriptionSpec> subscription, Turn turn) {
    StatusRules.active(subscription, turn);
    var databases = turn.databasesOf(subscription);
    databases.forEach(database -> StatusRules.settled(database, turn));
    return databases;
  }

  private static Crdb crdb(DatabaseSpec database) {
    return Objects.requireNonNull(database.crdb());
  }

  private Outcome move(
      Resource<SubscriptionSpec> subscription,
      SubscriptionSpec wanted,
      UnaryOperator<DatabaseSpec> change,
      String reason,
      Turn turn) {
    changing.allows(turn, subscription.id());
    var status = new Status.Changing(reason);
    var tx = turn.tx();
    tx.subscriptions().want(subscription, wanted, status, turn.now());
    for (var database : turn.databasesOf(subscription)) {
      tx.databases().want(database, change.apply(database.spec()), status, turn.now());
    }
    return Outcome.Accepted.resource(subscription.id());
  }
}
