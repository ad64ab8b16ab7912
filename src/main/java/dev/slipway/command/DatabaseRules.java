package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.ProblemType;
import dev.slipway.model.SubscriptionSpec;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What every database must keep to, however it came about: in a creation plan, alone, or by a
/// change. A change is measured only in what it changes: a value that stays was accepted before,
/// and a PUT of what a GET shows is never refused (architecture 5a).
final class DatabaseRules {
  private final EngineRules engine;
  private final ModuleRules modules;
  private final CrdbRules crdb;
  private final LocalRules local;
  private final boolean strictEngine;

  DatabaseRules(Catalogue catalogue, Installation installation) {
    this.engine = new EngineRules(catalogue, installation);
    this.modules = new ModuleRules(catalogue, installation);
    this.crdb = new CrdbRules(catalogue);
    this.local = new LocalRules(engine);
    this.strictEngine = installation.strictEngine();
  }

  /// What a version of Redis can do.
  EngineRules engine() {
    return engine;
  }

  /// Every rule, for a new database. Refuses as the classes say that hold the rules, and with
  /// DATABASE_FEATURE_NOT_SUPPORTED for memcached.
  void creation(DatabaseSpec wanted, SubscriptionSpec subscription, Instant now) {
    if (subscription.activeActive()) {
      crdb.creation(wanted, subscription);
    } else {
      singleRegion(wanted);
    }
    redis(wanted.protocol());
    TopologyRules.storage(subscription.memoryStorage(), strictEngine);
    engine.version(wanted.engine().redisVersion());
    modules.check(wanted, engine.resolve(wanted.engine().redisVersion()));
    TopologyRules.modules(wanted.engine(), subscription.memoryStorage());
    TopologyRules.averageItemSize(
        wanted.topology().averageItemSizeInBytes(), subscription.memoryStorage());
    changeable(new Comparison(null, wanted), subscription, now);
    var access = wanted.access();
    CertificateRules.combination(
        access.tls(), access.clientCertificates(), access.legacyCertificate());
  }

  /// A database of a creation plan has the version of its subscription, if that names one.
  void sameVersion(SubscriptionSpec subscription, DatabaseSpec database) {
    if (subscription.redisVersion() != null) {
      engine.sameVersion(subscription.redisVersion(), database.engine().redisVersion());
    }
  }

  /// The rules of what the change touches. Refuses as the classes say that hold the rules.
  void change(DatabaseSpec before, DatabaseSpec wanted, SubscriptionSpec in, Instant now) {
    SizeRules.sameMeasure(before.topology().throughput(), wanted.topology().throughput());
    TopologyRules.sameHashing(before.topology(), wanted.topology());
    var access = wanted.access();
    var change = new Comparison(before, wanted);
    if (change.in(spec -> spec.access().password())) {
      AccessRules.newPassword(before.access().defaultUser(), access.defaultUser());
    }
    changeable(change, in, now);
  }

  private void changeable(Comparison change, SubscriptionSpec subscription, Instant now) {
    var wanted = change.wanted();
    if (wanted.crdb() != null) {
      CrdbRules.always(wanted);
    }
    if (change.in(DatabaseSpec::name)) {
      NameRules.shape(wanted.name());
    }
    if (change.in(DatabaseSpec::size)) {
      SizeRules.smallest(wanted);
    }
    if (change.in(spec -> spec.topology().throughput())) {
      SizeRules.shards(wanted.topology().throughput());
    }
    if (change.in(DatabaseSpec::backup)) {
      BackupRules.check(wanted.backup());
    }
    if (change.in(DatabaseSpec::syncSources)) {
      ReplicaRules.check(wanted.syncSources());
    }
    if (change.in(DatabaseSpec::alerts)) {
      AlertRules.check(wanted.alerts());
    }
    engine(change);
    access(change, subscription, now);
    topology(change, subscription);
    if (wanted.crdb() != null) {
      local.check(change.before(), wanted, subscription);
    }
  }

  private void engine(Comparison change) {
    var wanted = change.wanted();
    var asked = wanted.engine();
    if (change.in(spec -> spec.engine().respVersion())) {
      engine.resp(asked.respVersion(), asked.redisVersion());
    }
    if (change.in(DatabaseSpec::eviction)) {
      engine.eviction(wanted.eviction(), asked.redisVersion());
    }
    if (change.in(spec -> spec.engine().queryPerformanceFactor())) {
      engine.queryPerformanceFactor(asked.queryPerformanceFactor(), asked);
    }
  }

  private static void access(Comparison change, SubscriptionSpec subscription, Instant now) {
    var access = change.wanted().access();
    if (change.in(spec -> spec.access().password())) {
      AccessRules.password(access.password());
    }
    if (change.in(spec -> spec.access().sourceIps())) {
      AccessRules.sources(access.sourceIps(), subscription.publicEndpointAccess());
    }
    if (change.in(spec -> spec.access().clientCertificates())) {
      certificates(access.clientCertificates(), now);
    }
    if (change.in(spec -> spec.access().legacyCertificate())) {
      String legacy = access.legacyCertificate();
      certificates(legacy == null || legacy.isEmpty() ? List.of() : List.of(legacy), now);
    }
  }

  private static void certificates(List<String> pems, Instant now) {
    pems.forEach(pem -> CertificateRules.valid(pem, now));
    CertificateRules.complete(pems);
  }

  private static void topology(Comparison change, SubscriptionSpec subscription) {
    var wanted = change.wanted();
    if (change.in(DatabaseSpec::topology) || change.in(DatabaseSpec::syncSources)) {
      TopologyRules.clusterApi(wanted);
    }
    if (change.in(spec -> spec.topology().regexRules())
        || change.in(spec -> spec.topology().shardingType())) {
      TopologyRules.regexRules(wanted.topology());
    }
    if (change.in(spec -> spec.topology().ramPercentage())) {
      TopologyRules.ramPercentage(wanted.topology().ramPercentage(), subscription.memoryStorage());
    }
  }

  /// Refuses with LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION.
  private static void singleRegion(DatabaseSpec wanted) {
    if (wanted.crdb() != null) {
      throw new Refused(
          ProblemType.LOCAL_THROUGHPUT_MEASUREMENT_NOT_ALLOWED_WITH_SINGLE_REGION_SUBSCRIPTION,
          "localThroughputMeasurement belongs to Active-Active databases.",
          "Use throughputMeasurement.");
    }
  }

  private static void redis(DatabaseSpec.Protocol protocol) {
    if (protocol == DatabaseSpec.Protocol.MEMCACHED) {
      throw new Refused(
          ProblemType.DATABASE_FEATURE_NOT_SUPPORTED,
          "protocol memcached has no engine here.",
          "Ask for redis.");
    }
  }

  /// @param before null for a new database, in which everything is new
  private record Comparison(@Nullable DatabaseSpec before, DatabaseSpec wanted) {
    boolean in(Function<DatabaseSpec, @Nullable Object> part) {
      return before == null || !Objects.equals(part.apply(before), part.apply(wanted));
    }
  }
}
