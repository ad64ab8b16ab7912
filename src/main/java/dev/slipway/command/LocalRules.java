package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS;
import static dev.slipway.model.ProblemType.CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE;
import static dev.slipway.model.ProblemType.LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM;
import static dev.slipway.model.ProblemType.MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS;
import static dev.slipway.model.ProblemType.MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS;

import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Secret;
import dev.slipway.model.SubscriptionSpec;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What an Active-Active database may have in one of its regions (api-rules 3.2, 4.11).
record LocalRules(EngineRules engine) {
  private static final long STEP = 500;

  /// A new database names all regions of its subscription, and no others. Refuses as {@link #known}
  /// and {@link #once} say, and with one of the two MISSING_REGIONS types.
  static void regions(DatabaseSpec wanted, SubscriptionSpec subscription) {
    List<String> asked =
        Objects.requireNonNull(wanted.crdb()).regions().stream().map(Crdb.Local::region).toList();
    known(asked, subscription);
    once(asked);
    Set<String> missing = names(subscription);
    asked.forEach(missing::remove);
    if (!missing.isEmpty()) {
      throw new Refused(
          wanted.planned()
              ? MISSING_REGIONS_BETWEEN_CLOUD_PROVIDERS_AND_DATABASES_LOCAL_THROUGHPUT_MEASUREMENTS
              : MISSING_REGIONS_BETWEEN_LOCAL_THROUGHPUT_MEASUREMENTS_AND_SUBSCRIPTION_REGIONS,
          "localThroughputMeasurement of database %s lacks %s."
              .formatted(Words.quoted(wanted.name()), missing),
          "Name every region of the subscription, or none.");
    }
  }

  /// Refuses with ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS.
  static void known(Collection<String> asked, SubscriptionSpec subscription) {
    Set<String> known = names(subscription);
    for (String region : asked) {
      if (!known.contains(region)) {
        throw new Refused(
            ACTIVE_ACTIVE_MISMATCH_BETWEEN_REQUEST_REGIONS_AND_SUBSCRIPTION_REGIONS,
            "The subscription is not in region %s, only in %s."
                .formatted(Words.quoted(region), known));
      }
    }
  }

  /// Refuses with CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE.
  static void once(Collection<String> asked) {
    var seen = new HashSet<String>();
    for (String region : asked) {
      if (!seen.add(region)) {
        throw new Refused(
            CRDB_ACTIVE_ACTIVE_REGIONS_MUST_BE_DEFINED_ONCE,
            "region %s is there twice.".formatted(Words.quoted(region)));
      }
    }
  }

  private static Set<String> names(SubscriptionSpec subscription) {
    return subscription.regions().stream()
        .map(SubscriptionSpec.Region::region)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// The rules of every region in which something changes. Refuses as {@link AccessRules}, {@link
  /// AlertRules}, {@link BackupRules}, {@link CrdbRules} and {@link EngineRules} say.
  ///
  /// @param before null for a new database
  void check(@Nullable DatabaseSpec before, DatabaseSpec wanted, SubscriptionSpec subscription) {
    var present = before == null ? null : before.crdb();
    Objects.requireNonNull(wanted.crdb()).regions().stream()
        .filter(region -> present == null || !present.regions().contains(region))
        .forEach(region -> check(region, before, wanted, subscription));
  }

  private void check(
      Crdb.Local region,
      @Nullable DatabaseSpec before,
      DatabaseSpec wanted,
      SubscriptionSpec subscription) {
    throughput(region);
    if (region.password() != null) {
      AccessRules.password(region.password());
    }
    if (before != null
        && !password(before, region.region()).equals(password(wanted, region.region()))) {
      AccessRules.newPassword(
          defaultUser(before, region.region()), defaultUser(wanted, region.region()));
    }
    if (region.sourceIps() != null) {
      AccessRules.sources(region.sourceIps(), subscription.publicEndpointAccess());
    }
    if (region.alerts() != null) {
      AlertRules.check(region.alerts());
      CrdbRules.alerts(region.alerts());
    }
    if (region.respVersion() != null) {
      engine.resp(region.respVersion(), wanted.engine().redisVersion());
    }
    BackupRules.check(region.backup());
  }

  private static Secret password(DatabaseSpec database, String region) {
    return own(database, region, Crdb.Local::password).orElse(database.access().password());
  }

  private static boolean defaultUser(DatabaseSpec database, String region) {
    return own(database, region, Crdb.Local::defaultUser).orElse(database.access().defaultUser());
  }

  private static <T> Optional<T> own(
      DatabaseSpec database, String region, Function<Crdb.Local, @Nullable T> part) {
    return database.locals().stream()
        .filter(local -> local.region().equals(region))
        .findFirst()
        .map(part);
  }

  /// Refuses with
  /// LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM.
  static void throughput(Crdb.Local region) {
    if (!inSteps(region.reads()) || !inSteps(region.writes())) {
      throw new Refused(
          LOCAL_THROUGHPUT_READ_AND_WRITE_OPERATIONS_PER_SECOND_VALUES_MUST_BE_IN_INCREMENTS_OF_500_OR_MINIMUM,
          "readOperationsPerSecond %s and writeOperationsPerSecond %s of region %s must be multiples of %s, and at least that."
              .formatted(region.reads(), region.writes(), region.region(), STEP));
    }
  }

  private static boolean inSteps(long operations) {
    return operations >= STEP && operations % STEP == 0 && operations <= Integer.MAX_VALUE;
  }
}
