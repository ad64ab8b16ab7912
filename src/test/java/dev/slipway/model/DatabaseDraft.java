package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A database that every rule accepts, until a test changes something.
public final class DatabaseDraft {
  public String name;
  public DatabaseSpec.Protocol protocol = DatabaseSpec.Protocol.REDIS;
  public DatabaseSpec.Size size = new DatabaseSpec.Size(1, false);
  public boolean replication = true;
  public Persistence persistence = Persistence.NONE;
  public Eviction eviction = Eviction.VOLATILE_LRU;

  /// 0 for any.
  public int port;

  public Secret password = new Secret("correct-horse");
  public boolean defaultUser = true;
  public boolean tls;
  public List<String> sourceIps = List.of();
  public List<String> certificates = List.of();
  public @Nullable String legacyCertificate;
  public String redisVersion = "7.4";
  public String respVersion = "resp2";
  public List<DatabaseSpec.Module> modules = List.of();
  public @Nullable String queryPerformanceFactor;
  public boolean ossClusterApi;
  public boolean externalEndpoint;
  public DatabaseSpec.Throughput throughput =
      new DatabaseSpec.Throughput("operations-per-second", 1_000);
  public String shardingType = "default-regex-rules";
  public List<String> regexRules = List.of();
  public @Nullable Long averageItemSize;
  public @Nullable Integer ramPercentage;
  public DatabaseSpec.@Nullable Backup backup;
  public List<DatabaseSpec.SyncSource> syncSources = List.of();
  public List<DatabaseSpec.Alert> alerts = List.of();
  public @Nullable Crdb crdb;

  DatabaseDraft(String name) {
    this.name = name;
  }

  DatabaseSpec spec() {
    return new DatabaseSpec(
        name,
        protocol,
        size,
        replication,
        persistence,
        eviction,
        port,
        port != 0,
        false,
        new DatabaseSpec.Access(
            password, defaultUser, tls, sourceIps, certificates, legacyCertificate),
        new DatabaseSpec.Engine(
            redisVersion, respVersion, true, modules, queryPerformanceFactor, null),
        new DatabaseSpec.Topology(
            ossClusterApi,
            externalEndpoint,
            throughput,
            shardingType,
            regexRules,
            averageItemSize,
            ramPercentage),
        backup,
        syncSources,
        alerts,
        crdb,
        0,
        false);
  }
}
