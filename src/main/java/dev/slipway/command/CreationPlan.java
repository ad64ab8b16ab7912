package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_INVALID_QUANTITY;
import static dev.slipway.model.ProblemType.DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE;

import dev.slipway.model.CreateSubscription.Planned;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Limits;
import dev.slipway.model.Secret;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The databases that a subscription is created with.
record CreationPlan(Limits limits, RandomGenerator random) {
  /// One by one: an entry with quantity n stands for `name-1` to `name-n`. A plan gives no
  /// passwords, so each database gets its own. Refuses with
  /// SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE, DATABASE_INVALID_QUANTITY,
  /// DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT and DATABASE_NAME_DUPLICATE.
  List<DatabaseSpec> databases(List<Planned> entries) {
    if (entries.isEmpty()) {
      throw new Refused(
          SUBSCRIPTION_MUST_HAVE_AT_LEAST_ONE_DATABASE,
          "databases is empty.",
          "Name at least one; it can be deleted later.");
    }
    entries.forEach(this::quantity);
    int count = entries.stream().mapToInt(Planned::quantity).sum();
    if (count > limits.databasesPerSubscription()) {
      throw tooMany(count, limits);
    }
    var databases = entries.stream().flatMap(this::copies).toList();
    NameRules.distinct(databases);
    return databases;
  }

  /// DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT, for more databases than a subscription may have.
  static Refused tooMany(int count, Limits limits) {
    return new Refused(
        DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT,
        "A subscription has at most %s databases, and this makes %s."
            .formatted(limits.databasesPerSubscription(), count),
        "Use another subscription.");
  }

  private void quantity(Planned entry) {
    if (entry.quantity() < 1 || entry.quantity() > limits.quantity()) {
      throw new Refused(
          DATABASE_INVALID_QUANTITY,
          "quantity of database %s must be from 1 to %s, not %s."
              .formatted(Words.quoted(entry.spec().name()), limits.quantity(), entry.quantity()));
    }
  }

  private Stream<DatabaseSpec> copies(Planned entry) {
    var spec = entry.spec();
    return entry.quantity() == 1
        ? Stream.of(planned(spec, spec.name()))
        : IntStream.rangeClosed(1, entry.quantity())
            .mapToObj(number -> planned(spec, spec.name() + "-" + number));
  }

  private DatabaseSpec planned(DatabaseSpec spec, String name) {
    return spec.withName(name)
        .withAccess(spec.access().withPassword(Secret.random(random)))
        .asPlanned();
  }
}
