package dev.slipway.api.database;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.api.json.Words;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Crdb;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DatabaseChange;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.RedisVersion;
import dev.slipway.model.Secret;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the model's values of bodies, with every default of api-rules 3.2 filled in. What an
/// account may have is not looked at here.
///
/// @param random makes passwords
public record DatabaseWishes(Catalogue catalogue, RandomGenerator random) {
  /// A database that is asked for on its own.
  public DatabaseSpec spec(CreateDatabaseBody body) {
    return new DatabaseSpec(
        body.name(),
        requireNonNullElse(body.protocol(), DatabaseSpec.Protocol.REDIS),
        size(body.datasetSizeInGb(), body.memoryLimitInGb()),
        requireNonNullElse(body.replication(), true),
        requireNonNullElse(body.dataPersistence(), Persistence.NONE),
        requireNonNullElse(body.dataEvictionPolicy(), Eviction.VOLATILE_LRU),
        requireNonNullElse(body.port(), 0),
        body.port() != null,
        false,
        access(body),
        engine(body),
        topology(body),
        settled(backup(body.remoteBackup(), body.periodicBackupPath())),
        requireNonNullElse(sources(body.replica(), body.replicaOf()), List.of()),
        requireNonNullElse(alerts(body.alerts()), List.of()),
        crdb(body.localThroughputMeasurement()),
        0,
        false);
  }

  /// An empty list asks for the usual throughput, as none does.
  private static @Nullable Crdb crdb(@Nullable List<LocalThroughputBody> throughput) {
    return throughput == null || throughput.isEmpty()
        ? null
        : new Crdb(throughput.stream().map(local -> local.wish("")).toList());
  }

  /// An entry of a creation plan.
  ///
  /// @param redisVersion of the subscription, for entries that do not say
  public CreateSubscription.Planned planned(
      PlannedDatabaseBody body, @Nullable String redisVersion) {
    return new CreateSubscription.Planned(
        spec(body.alone(redisVersion)), requireNonNullElse(body.quantity(), 1));
  }

  /// What a PUT asks for; null leaves a value as it is.
  public DatabaseChange change(UpdateDatabaseBody body) {
    boolean sized = body.datasetSizeInGb() != null || body.memoryLimitInGb() != null;
    var throughput = body.throughputMeasurement();
    var rules = body.regexRules();
    return new DatabaseChange(
        body.name(),
        sized ? size(body.datasetSizeInGb(), body.memoryLimitInGb()) : null,
        body.datasetSizeInGb() == null ? null : body.memoryLimitInGb(),
        body.replication(),
        body.dataPersistence(),
        body.dataEvictionPolicy(),
        body.password() == null ? null : new Secret(body.password()),
        body.enableDefaultUser(),
        body.enableTls(),
        body.sourceIp(),
        certificates(body.clientTlsCertificates()),
        body.clientSslCertificate(),
        word(body.respVersion()),
        body.autoMinorVersionUpgrade(),
        body.queryPerformanceFactor(),
        body.supportOssClusterApi(),
        body.useExternalEndpointForOssClusterApi(),
        throughput == null ? null : throughput.wish(),
        rules == null || rules.isEmpty() ? null : Words.word(ShardingType.CUSTOM_REGEX_RULES),
        rules,
        body.ramPercentage(),
        backup(body.remoteBackup(), body.periodicBackupPath()),
        sources(body.replica(), body.replicaOf()),
        alerts(body.alerts()));
  }

  private DatabaseSpec.Access access(CreateDatabaseBody body) {
    String legacy = body.clientSslCertificate();
    return new DatabaseSpec.Access(
        body.password() == null ? Secret.random(random) : new Secret(body.password()),
        true,
        requireNonNullElse(body.enableTls(), false),
        requireNonNullElse(body.sourceIp(), List.of()),
        requireNonNullElse(certificates(body.clientTlsCertificates()), List.of()),
        legacy == null || legacy.isEmpty() ? null : legacy);
  }

  private DatabaseSpec.Engine engine(CreateDatabaseBody body) {
    String version = version(body.redisVersion());
    String factor = body.queryPerformanceFactor();
    return new DatabaseSpec.Engine(
        version,
        requireNonNullElse(word(body.respVersion()), Words.word(respVersion(version))),
        requireNonNullElse(body.autoMinorVersionUpgrade(), true),
        body.modules() == null ? List.of() : body.modules().stream().map(ModuleBody::wish).toList(),
        factor == null || factor.equals("Standard") ? null : factor,
        null);
  }

  /// The version that a word such as `latest` stands for; an unknown one is left for the command to
  /// refuse.
  private String version(@Nullable String asked) {
    return asked == null
        ? catalogue.defaultVersion().version()
        : catalogue.version(asked).map(Catalogue.Version::version).orElse(asked);
  }

  /// RESP3 came with 7.2.
  private static RespVersion respVersion(String redisVersion) {
    boolean modern =
        RedisVersion.parse(redisVersion).map(version -> version.atLeast(7, 2)).orElse(true);
    return modern ? RespVersion.RESP3 : RespVersion.RESP2;
  }

  private static DatabaseSpec.Topology topology(CreateDatabaseBody body) {
    var throughput = body.throughputMeasurement();
    return new DatabaseSpec.Topology(
        requireNonNullElse(body.supportOssClusterApi(), false),
        requireNonNullElse(body.useExternalEndpointForOssClusterApi(), false),
        throughput == null ? ThroughputBody.standard() : throughput.wish(),
        Words.word(requireNonNullElse(body.shardingType(), ShardingType.DEFAULT_REGEX_RULES)),
        List.of(),
        body.averageItemSizeInBytes(),
        body.ramPercentage());
  }

  private static DatabaseSpec.Size size(@Nullable Double dataset, @Nullable Double limit) {
    return dataset != null
        ? new DatabaseSpec.Size(dataset, false)
        : new DatabaseSpec.Size(requireNonNullElse(limit, 0.0), true);
  }

  /// A new database has nothing that could stay as it is.
  private static DatabaseSpec.@Nullable Backup settled(DatabaseSpec.@Nullable Backup backup) {
    return backup == null ? null : backup.withActive(backup.runs());
  }

  private static DatabaseSpec.@Nullable Backup backup(
      @Nullable BackupBody backup, @Nullable String legacyPath) {
    if (backup != null) {
      return backup.wish();
    }
    return legacyPath == null ? null : BackupBody.daily(legacyPath);
  }

  /// Both forms together, so that the command can refuse the mixture; null when neither was given.
  private static @Nullable List<DatabaseSpec.SyncSource> sources(
      @Nullable ReplicaBody replica, @Nullable List<String> legacy) {
    if (replica == null) {
      return legacy == null ? null : ReplicaBody.legacy(legacy);
    }
    return legacy == null
        ? replica.wish()
        : Stream.concat(replica.wish().stream(), ReplicaBody.legacy(legacy).stream()).toList();
  }

  private static @Nullable List<String> certificates(@Nullable List<CertificateBody> bodies) {
    return bodies == null
        ? null
        : bodies.stream().map(CertificateBody::publicCertificatePEMString).toList();
  }

  private static @Nullable List<DatabaseSpec.Alert> alerts(@Nullable List<AlertBody> bodies) {
    return bodies == null ? null : bodies.stream().map(AlertBody::wish).toList();
  }

  private static @Nullable String word(@Nullable Enum<?> constant) {
    return constant == null ? null : Words.word(constant);
  }
}
