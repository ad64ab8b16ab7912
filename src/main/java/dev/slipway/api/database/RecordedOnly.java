package dev.slipway.api.database;

import dev.slipway.model.DatabaseSpec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which fields of a database are stored and shown but not in force on the Redis that runs: what
/// the platform makes real is struck from here. Fields that ask for nothing special are not named.
final class RecordedOnly {
  private RecordedOnly() {}

  /// Their names, as the API spells them in requests.
  ///
  /// @param running the version of its Redis, or null while that is not known
  static List<String> in(DatabaseSpec spec, @Nullable String running) {
    var fields = new ArrayList<String>();
    access(fields, spec.access());
    engine(fields, spec.engine(), running);
    topology(fields, spec.topology());
    add(fields, "remoteBackup", unreached(spec.backup()));
    add(fields, "replica", !spec.syncSources().isEmpty());
    add(fields, "alerts", spec.alerts().stream().anyMatch(DatabaseSpec.Alert::aboutSource));
    return List.copyOf(fields);
  }

  /// Whether backups are asked for that this server cannot make.
  static boolean unreached(DatabaseSpec.@Nullable Backup backup) {
    return backup != null && backup.runs() && !backup.reached();
  }

  private static void access(List<String> fields, DatabaseSpec.Access access) {
    add(fields, "clientSslCertificate", !access.tls() && access.legacyCertificate() != null);
    add(fields, "sourceIp", access.sourceIps().stream().anyMatch(block -> !block.endsWith("/0")));
  }

  private static void engine(
      List<String> fields, DatabaseSpec.Engine engine, @Nullable String running) {
    add(fields, "redisVersion", running != null && !sameSeries(engine.redisVersion(), running));
    add(fields, "autoMinorVersionUpgrade", !engine.autoMinorVersionUpgrade());
    add(fields, "respVersion", engine.respVersion().equals("resp2"));
    add(fields, "modules", !engine.modules().isEmpty());
    add(fields, "queryPerformanceFactor", engine.queryPerformanceFactor() != null);
  }

  private static boolean sameSeries(String asked, String running) {
    return running.equals(asked) || running.startsWith(asked + ".");
  }

  private static void topology(List<String> fields, DatabaseSpec.Topology topology) {
    add(fields, "supportOSSClusterApi", topology.ossClusterApi());
    add(fields, "useExternalEndpointForOSSClusterApi", topology.externalEndpoint());
    add(fields, "throughputMeasurement", !topology.throughput().equals(ThroughputBody.standard()));
    add(
        fields,
        "shardingType",
        !topology.shardingType().equals(DatabaseSpec.Topology.DEFAULT_SHARDING));
    add(fields, "regexRules", !topology.regexRules().isEmpty());
    add(fields, "averageItemSizeInBytes", topology.averageItemSizeInBytes() != null);
    add(fields, "ramPercentage", topology.ramPercentage() != null);
  }

  private static void add(List<String> fields, String name, boolean asked) {
    if (asked) {
      fields.add(name);
    }
  }
}
