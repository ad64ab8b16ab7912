package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a PUT of a database asks for. Null leaves a value as it is; an empty list clears it.
///
/// @param memoryLimitGb the total beside a `size` that names the dataset: the two must agree
/// @param throughput api-rules 4.4: its `by` cannot change
/// @param queryPerformanceFactor `Standard` stands for none
/// @param clientCertificates an empty list removes the legacy certificate too
/// @param legacyCertificate empty removes it
public record DatabaseChange(
    @Nullable String name,
    DatabaseSpec.@Nullable Size size,
    @Nullable Double memoryLimitGb,
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

  /// The database as it is to be after this change. Where the change says in other words what is so
  /// already, the old words stay: a PUT of what a GET shows changes nothing.
  public DatabaseSpec applyTo(DatabaseSpec old) {
    return new DatabaseSpec(
        or(name, old.name()),
        old.protocol(),
        size(old),
        or(replication, old.replication()),
        or(persistence, old.persistence()),
        or(eviction, old.eviction()),
        old.port(),
        old.portRequested(),
        old.planned(),
        access(old.access()),
        engine(old.engine()),
        topology(old.topology()),
        backup(old.backup()),
        or(syncSources, old.syncSources()),
        or(alerts, old.alerts()),
        old.crdb(),
        old.epoch(),
        old.failoverAsked() && or(replication, old.replication()));
  }

  private DatabaseSpec.Access access(DatabaseSpec.Access old) {
    boolean tlsAfter = or(tls, old.tls());
    return new DatabaseSpec.Access(
        password(old),
        or(defaultUser, old.defaultUser()),
        tlsAfter,
        or(sourceIps, old.sourceIps()),
        tlsAfter ? certificates(old) : List.of(),
        legacyCertificate(old));
  }

  /// Of the two forms, the one that is sent takes the place of the other.
  private List<String> certificates(DatabaseSpec.Access old) {
    var before = sendsLegacyCertificate() ? List.<String>of() : old.clientCertificates();
    return or(clientCertificates, before);
  }

  /// It needs no TLS, but goes when a request declines TLS: Terraform sends nothing else where it
  /// was removed. And an empty list of the other form ends client authentication as a whole.
  private @Nullable String legacyCertificate(DatabaseSpec.Access old) {
    if (sendsLegacyCertificate()) {
      return legacyCertificate;
    }
    boolean declinesTls = !or(tls, true);
    boolean removed = legacyCertificate != null || clientCertificates != null || declinesTls;
    return removed ? null : old.legacyCertificate();
  }

  private boolean sendsLegacyCertificate() {
    return legacyCertificate != null && !legacyCertificate.isEmpty();
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
        factor,
        old.upgradedTo());
  }

  private DatabaseSpec.Topology topology(DatabaseSpec.Topology old) {
    return new DatabaseSpec.Topology(
        or(ossClusterApi, old.ossClusterApi()),
        or(externalEndpoint, old.externalEndpoint()),
        or(throughput, old.throughput()),
        repeatsRules(old) ? old.shardingType() : or(shardingType, old.shardingType()),
        repeatsRules(old) ? old.regexRules() : or(regexRules, old.regexRules()),
        old.averageItemSizeInBytes(),
        ramPercentage != null ? ramPercentage : old.ramPercentage());
  }

  /// A GET shows both the dataset and the total.
  private DatabaseSpec.Size size(DatabaseSpec old) {
    boolean replicated = or(replication, old.replication());
    boolean same =
        size != null
            && replicated == old.replication()
            && size.gb() == (size.total() ? old.memoryLimitGb() : old.datasetGb());
    return size == null || same ? old.size() : size;
  }

  /// Where the default user is off and stays so, clients have no password to send, and send none.
  private Secret password(DatabaseSpec.Access old) {
    boolean shown = old.defaultUser() || or(defaultUser, old.defaultUser());
    return password == null || (!shown && password.clear().isEmpty()) ? old.password() : password;
  }

  /// A GET shows the default rules for a database that has none of its own.
  private boolean repeatsRules(DatabaseSpec.Topology old) {
    boolean shown =
        old.regexRules().isEmpty()
            && old.shardingType().equals(DatabaseSpec.Topology.DEFAULT_SHARDING)
            && DatabaseSpec.Topology.DEFAULT_REGEX_RULES.equals(regexRules);
    return shown || old.regexRules().equals(regexRules);
  }

  /// A GET shows an inactive backup for a database that has none.
  private DatabaseSpec.@Nullable Backup backup(DatabaseSpec.@Nullable Backup old) {
    if (backup == null) {
      return old;
    }
    boolean runs = or(backup.active(), old != null && old.runs());
    return old == null && !runs ? null : backup.withActive(runs);
  }

  private static <T> T or(@Nullable T wanted, T old) {
    return wanted != null ? wanted : old;
  }
}
