package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a PUT of a database asks for. Null leaves a value as it is; an empty list clears it.
///
/// @param throughput api-rules 4.4: its `by` cannot change
/// @param queryPerformanceFactor `Standard` stands for none
/// @param legacyCertificate empty removes it
public record DatabaseChange(
    @Nullable String name,
    DatabaseSpec.@Nullable Size size,
    @Nullable Boolean replication,
    @Nullable Persistence persistence,
    @Nullable Eviction eviction,
    @Nullable Secret password,
    @Nullable Boolean defaultUser,
    @Nullable Boolean tls,
    @Nullable List<String> sourceIps,
    @Nullable List<String> clientCertificates,
    @Nullable String legacyCertificate,
    @Nullable String respVersion,
    @Nullable Boolean autoMinorVersionUpgrade,
    @Nullable String queryPerformanceFactor,
    @Nullable Boolean ossClusterApi,
    @Nullable Boolean externalEndpoint,
    DatabaseSpec.@Nullable Throughput throughput,
    @Nullable String shardingType,
    @Nullable List<String> regexRules,
    @Nullable Integer ramPercentage,
    DatabaseSpec.@Nullable Backup backup,
    @Nullable List<DatabaseSpec.SyncSource> syncSources,
    @Nullable List<DatabaseSpec.Alert> alerts) {

  /// The database as it is to be after this change.
  public DatabaseSpec applyTo(DatabaseSpec old) {
    return new DatabaseSpec(
        or(name, old.name()),
        old.protocol(),
        or(size, old.size()),
        or(replication, old.replication()),
        or(persistence, old.persistence()),
        or(eviction, old.eviction()),
        old.port(),
        old.portRequested(),
        old.planned(),
        access(old.access()),
        engine(old.engine()),
        topology(old.topology()),
        backup != null ? backup : old.backup(),
        or(syncSources, old.syncSources()),
        or(alerts, old.alerts()));
  }

  private DatabaseSpec.Access access(DatabaseSpec.Access old) {
    boolean tlsAfter = or(tls, old.tls());
    var certificates = or(clientCertificates, old.clientCertificates());
    String legacy = legacyCertificate != null ? legacyCertificate : old.legacyCertificate();
    return new DatabaseSpec.Access(
        or(password, old.password()),
        or(defaultUser, old.defaultUser()),
        tlsAfter,
        or(sourceIps, old.sourceIps()),
        tlsAfter ? certificates : List.of(),
        tlsAfter && legacy != null && !legacy.isEmpty() ? legacy : null);
  }

  private DatabaseSpec.Engine engine(DatabaseSpec.Engine old) {
    String factor =
        queryPerformanceFactor == null
            ? old.queryPerformanceFactor()
            : queryPerformanceFactor.equals("Standard") ? null : queryPerformanceFactor;
    return new DatabaseSpec.Engine(
        old.redisVersion(),
        or(respVersion, old.respVersion()),
        or(autoMinorVersionUpgrade, old.autoMinorVersionUpgrade()),
        old.modules(),
        factor);
  }

  private DatabaseSpec.Topology topology(DatabaseSpec.Topology old) {
    return new DatabaseSpec.Topology(
        or(ossClusterApi, old.ossClusterApi()),
        or(externalEndpoint, old.externalEndpoint()),
        or(throughput, old.throughput()),
        or(shardingType, old.shardingType()),
        or(regexRules, old.regexRules()),
        old.averageItemSizeInBytes(),
        ramPercentage != null ? ramPercentage : old.ramPercentage());
  }

  private static <T> T or(@Nullable T wanted, T old) {
    return wanted != null ? wanted : old;
  }
}
