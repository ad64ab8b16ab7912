package dev.slipway.model;

import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What a database is to be (api-rules 3.2), with every default filled in.
///
/// @param port 0 until the database has one
/// @param portRequested whether the user asked for that port: then no other is ever taken
/// @param planned whether it belongs to its subscription's creation plan
/// @param crdb what it has in each of its regions; null unless it is Active-Active, and until its
///   subscription is known
/// @param epoch counts how often the other one of its two processes took over. Even: the first
///   takes writes, odd: the second does. Written before that one is told, so that after a crash
///   there is never a doubt
/// @param failoverAsked whether the operator has asked that the other one take over, and the epoch
///   does not say so yet
public record DatabaseSpec(
    String name,
    Protocol protocol,
    Size size,
    boolean replication,
    Persistence persistence,
    Eviction eviction,
    int port,
    boolean portRequested,
    boolean planned,
    Access access,
    Engine engine,
    Topology topology,
    @Nullable Backup backup,
    List<SyncSource> syncSources,
    List<Alert> alerts,
    @Nullable Crdb crdb,
    int epoch,
    boolean failoverAsked)
    implements Spec {
  /// What it speaks.
  public enum Protocol {
    REDIS,
    MEMCACHED
  }

  /// How large it is, as the user said it.
  ///
  /// @param gb at least 0.1
  /// @param total whether `gb` is the total memory limit with replicas, or the dataset alone
  public record Size(double gb, boolean total) {}

  /// Who may get in.
  ///
  /// @param password that of the default user, kept while it is off
  /// @param sourceIps CIDR blocks as given; empty means the default of the subscription
  /// @param clientCertificates PEM texts
  /// @param legacyCertificate the PEM of the deprecated single field
  public record Access(
      Secret password,
      boolean defaultUser,
      boolean tls,
      List<String> sourceIps,
      List<String> clientCertificates,
      @Nullable String legacyCertificate) {
    /// The certificates that a client is held against, in PEM; none where a client needs none, as
    /// without TLS.
    public List<String> trustedClients() {
      if (!tls) {
        return List.of();
      }
      return legacyCertificate == null || legacyCertificate.isEmpty()
          ? clientCertificates
          : List.of(legacyCertificate);
    }

    /// The same in a subscription: naming its default sources is asking for none of one's own.
    /// Clients clear a list by sending these.
    public Access in(SubscriptionSpec subscription) {
      var defaults = Cidr.defaultSources(subscription.publicEndpointAccess());
      return Set.copyOf(sourceIps).equals(Set.copyOf(defaults)) ? withSourceIps(List.of()) : this;
    }

    /// The same with another password.
    public Access withPassword(Secret newPassword) {
      return new Access(
          newPassword, defaultUser, tls, sourceIps, clientCertificates, legacyCertificate);
    }

    /// The same with its default user on or off.
    public Access withDefaultUser(boolean on) {
      return new Access(password, on, tls, sourceIps, clientCertificates, legacyCertificate);
    }

    /// The same with other sources.
    public Access withSourceIps(List<String> newSourceIps) {
      return new Access(
          password, defaultUser, tls, newSourceIps, clientCertificates, legacyCertificate);
    }
  }

  /// What runs it.
  ///
  /// @param redisVersion as asked or the default, such as `7.4`
  /// @param respVersion `resp2` or `resp3`
  /// @param queryPerformanceFactor `2x`, `4x`, `6x`, `8x` or null
  /// @param upgradedTo the version of its last upgrade, or null
  public record Engine(
      String redisVersion,
      String respVersion,
      boolean autoMinorVersionUpgrade,
      List<Module> modules,
      @Nullable String queryPerformanceFactor,
      @Nullable String upgradedTo) {
    /// The same on a later version.
    public Engine upgraded(String target) {
      return new Engine(
          target, respVersion, autoMinorVersionUpgrade, modules, queryPerformanceFactor, target);
    }
  }

  /// A module that was asked for.
  public record Module(String name, List<Parameter> parameters) {
    /// One setting of a module.
    ///
    /// @param value as JSON, just as it was sent
    public record Parameter(String name, String value) {}
  }

  /// How it is spread over shards.
  ///
  /// @param shardingType `default-regex-rules`, `custom-regex-rules` or `redis-oss-hashing`
  /// @param averageItemSizeInBytes only for memory on flash
  /// @param ramPercentage the part that is not on flash; null where all memory is RAM
  public record Topology(
      boolean ossClusterApi,
      boolean externalEndpoint,
      Throughput throughput,
      String shardingType,
      List<String> regexRules,
      @Nullable Long averageItemSizeInBytes,
      @Nullable Integer ramPercentage) {
    private static final int RAM_PERCENTAGE = 20;

    /// The hashing that a database has unless it asks for another.
    public static final String DEFAULT_SHARDING = "default-regex-rules";

    /// The rules that the API shows for `default-regex-rules` (api-rules 4.4).
    public static final List<String> DEFAULT_REGEX_RULES =
        List.of(".*\\{(?<tag>.*)\\}.*", "(?<tag>.*)");

    private Topology bearing(long operations) {
      return new Topology(
          ossClusterApi,
          externalEndpoint,
          new Throughput("operations-per-second", operations),
          shardingType,
          regexRules,
          averageItemSizeInBytes,
          ramPercentage);
    }

    private Topology on(MemoryStorage storage) {
      if (storage == MemoryStorage.RAM || ramPercentage != null) {
        return this;
      }
      return new Topology(
          ossClusterApi,
          externalEndpoint,
          throughput,
          shardingType,
          regexRules,
          averageItemSizeInBytes,
          RAM_PERCENTAGE);
    }
  }

  /// What it must bear.
  ///
  /// @param by `operations-per-second` or `number-of-shards`
  public record Throughput(String by, long value) {}

  /// Where and when it is backed up.
  ///
  /// @param active null only in a change: as it is
  /// @param interval such as `every-24-hours`
  /// @param timeUtc such as `16:00`, for 24 and 12 hours
  public record Backup(
      @Nullable Boolean active,
      @Nullable String interval,
      @Nullable String timeUtc,
      @Nullable String storageType,
      @Nullable Secret storagePath) {
    /// Whether it is made.
    public boolean runs() {
      return Boolean.TRUE.equals(active);
    }

    /// Whether this server reaches where it goes: it speaks neither to Google's nor to Azure's
    /// storage.
    public boolean reached() {
      return !"google-blob-storage".equals(storageType)
          && !"azure-blob-storage".equals(storageType);
    }

    /// The same, made or not.
    public Backup withActive(boolean newActive) {
      return new Backup(newActive, interval, timeUtc, storageType, storagePath);
    }
  }

  /// A database that this one follows.
  ///
  /// @param endpoint `redis://[user:password@]host:port`
  /// @param legacy whether it was given by the deprecated `replicaOf`
  public record SyncSource(
      Secret endpoint, boolean encryption, @Nullable String serverCert, boolean legacy) {}

  /// A threshold to warn at.
  public record Alert(String name, int value) {
    /// Whether it is about another database that this one follows.
    public boolean aboutSource() {
      return name.startsWith("syncsource-");
    }
  }

  /// Memory for the data alone, in GB.
  public double datasetGb() {
    return size.total() ? size.gb() / copies() : size.gb();
  }

  /// Memory with all that is kept beside the data, in GB.
  public double memoryLimitGb() {
    return size.total() ? size.gb() : size.gb() * copies();
  }

  /// How much memory the data takes: twice its size when replicated, and twice that in an
  /// Active-Active database (api-rules 4.4).
  private int copies() {
    return (replication ? 2 : 1) * (crdb == null ? 1 : 2);
  }

  /// Shards it needs: one per 25 GB (50 GB where memory is on flash) or 25,000 operations a second,
  /// whichever is more (api-rules 4.4).
  public int shards() {
    if (topology.throughput().by().equals("number-of-shards")) {
      return (int) topology.throughput().value();
    }
    int bySize = (int) Math.ceil(datasetGb() / (topology.ramPercentage() == null ? 25 : 50));
    int byThroughput = (int) Math.ceil(topology.throughput().value() / 25_000.0);
    return Math.max(1, Math.max(bySize, byThroughput));
  }

  /// The same in a subscription, whose defaults it has where it asks for nothing else: the share of
  /// RAM where memory is on flash, who may connect, and what it bears in each of several regions.
  public DatabaseSpec in(SubscriptionSpec subscription) {
    return with(
        copy -> {
          copy.access = access.in(subscription);
          copy.topology = topology.on(subscription.memoryStorage());
          if (subscription.activeActive() && crdb == null) {
            copy.crdb = Crdb.standard(subscription.regions());
          }
        });
  }

  /// What one Redis can have of it. In an Active-Active database these are the local settings that
  /// all regions agree on, and the global ones where they do not.
  public DatabaseSpec inForce() {
    return crdb == null
        ? this
        : with(
            copy -> {
              copy.persistence = crdb.inForce(persistence, Crdb.Local::persistence);
              copy.alerts = crdb.inForce(alerts, Crdb.Local::alerts);
              copy.access =
                  access
                      .withPassword(crdb.inForce(access.password(), Crdb.Local::password))
                      .withDefaultUser(crdb.inForce(access.defaultUser(), Crdb.Local::defaultUser));
            });
  }

  /// What it has in each of its regions; nothing unless it is Active-Active.
  public List<Crdb.Local> locals() {
    return crdb == null ? List.of() : crdb.regions();
  }

  /// Its backup, or that of one of its regions; empty when none was asked for.
  ///
  /// @param region empty unless it is Active-Active
  public Optional<Backup> backup(String region) {
    return region.isEmpty()
        ? Optional.ofNullable(backup)
        : locals().stream()
            .filter(local -> local.region().equals(region))
            .findFirst()
            .map(Crdb.Local::backup);
  }

  /// The same under another name.
  public DatabaseSpec withName(String newName) {
    return with(copy -> copy.name = newName);
  }

  /// The same on this port.
  public DatabaseSpec withPort(int newPort) {
    return with(copy -> copy.port = newPort);
  }

  /// The same, as part of its subscription's creation plan.
  public DatabaseSpec asPlanned() {
    return with(copy -> copy.planned = true);
  }

  /// The same with another way in.
  public DatabaseSpec withAccess(Access newAccess) {
    return with(copy -> copy.access = newAccess);
  }

  /// The same on another engine.
  public DatabaseSpec withEngine(Engine newEngine) {
    return with(copy -> copy.engine = newEngine);
  }

  /// The same with other regions.
  public DatabaseSpec withCrdb(Crdb newCrdb) {
    return with(copy -> copy.crdb = newCrdb);
  }

  /// The same, bearing this many operations a second.
  public DatabaseSpec withOperations(long perSecond) {
    return with(copy -> copy.topology = topology.bearing(perSecond));
  }

  /// The same after the other process took over, which is what was asked for, if it was.
  public DatabaseSpec takenOver() {
    return with(
        copy -> {
          copy.epoch = epoch + 1;
          copy.failoverAsked = false;
        });
  }

  /// The same, where the other process is to take over as soon as it has all data. Asked for twice
  /// it is one wish.
  public DatabaseSpec askedToFailOver() {
    return with(copy -> copy.failoverAsked = true);
  }

  private DatabaseSpec with(Consumer<Copy> change) {
    var copy = new Copy(this);
    change.accept(copy);
    return new DatabaseSpec(
        copy.name,
        protocol,
        size,
        replication,
        copy.persistence,
        eviction,
        copy.port,
        portRequested,
        copy.planned,
        copy.access,
        copy.engine,
        copy.topology,
        backup,
        syncSources,
        copy.alerts,
        copy.crdb,
        copy.epoch,
        copy.failoverAsked);
  }

  /// What is ever replaced, while it is.
  private static final class Copy {
    String name;
    Persistence persistence;
    int port;
    boolean planned;
    Access access;
    Engine engine;
    Topology topology;
    List<Alert> alerts;
    @Nullable Crdb crdb;
    int epoch;
    boolean failoverAsked;

    Copy(DatabaseSpec of) {
      name = of.name;
      persistence = of.persistence;
      port = of.port;
      planned = of.planned;
      access = of.access;
      engine = of.engine;
      topology = of.topology;
      alerts = of.alerts;
      crdb = of.crdb;
      epoch = of.epoch;
      failoverAsked = of.failoverAsked;
    }
  }
}
