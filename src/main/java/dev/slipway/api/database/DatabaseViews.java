package dev.slipway.api.database;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Alarm;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Cidr;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.Unwritten;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.util.RawValue;

/// Shows the rows of databases.
///
/// @param advertiseHost the name that endpoints carry
/// @param unwritten laid over the rows
record DatabaseViews(Catalogue catalogue, String advertiseHost, Unwritten unwritten) {
  private static final double BYTES_PER_MB = 1e6;

  /// What is shown.
  ///
  /// @param alarms of its account
  record Row(Resource<DatabaseSpec> database, SubscriptionSpec subscription, List<Alarm> alarms) {
    private Row under(Unwritten unwritten) {
      return new Row(unwritten.over(database), subscription, alarms);
    }

    /// Those of the database itself; null when there are none.
    @Nullable List<DatabaseView.Alarm> ringing() {
      var own =
          alarms.stream()
              .filter(alarm -> alarm.databaseId() == database.id())
              .map(alarm -> new DatabaseView.Alarm(alarm.alert(), Times.shown(alarm.since())))
              .toList();
      return own.isEmpty() ? null : own;
    }
  }

  /// A database alone, with its password.
  ShownDatabase alone(Row row, Call call) {
    return view(row.under(unwritten), true, Link.self(call));
  }

  /// A database as a row of a list.
  ShownDatabase listed(Row row, Call call) {
    var database = row.database();
    var path = "/subscriptions/" + database.parent() + "/databases/" + database.id();
    return view(row.under(unwritten), false, List.of(Link.to("self", call, path)));
  }

  private ShownDatabase view(Row shown, boolean alone, List<Link> links) {
    var access = shown.database().spec().access();
    return shown.database().spec().crdb() == null
        ? view(shown, alone ? access.password().clear() : null, links)
        : new CrdbViews(this).view(shown, alone, links);
  }

  private DatabaseView view(Row shown, @Nullable String password, List<Link> links) {
    var row = shown.database();
    var subscription = shown.subscription();
    DatabaseSpec spec = row.spec();
    Facts facts = row.facts();
    var engine = spec.engine();
    var topology = spec.topology();
    return new DatabaseView(
        row.id(),
        spec.name(),
        spec.protocol(),
        subscription.provider(),
        subscription.regions().getFirst().region(),
        status(row.status()),
        engine.redisVersion(),
        runningVersion(row),
        engine.respVersion(),
        engine.autoMinorVersionUpgrade(),
        spec.datasetGb(),
        spec.memoryLimitGb(),
        usedMb(row),
        subscription.memoryStorage(),
        topology.ramPercentage(),
        topology.ossClusterApi(),
        topology.externalEndpoint(),
        spec.persistence(),
        spec.replication(),
        spec.eviction(),
        topology.throughput(),
        engine.queryPerformanceFactor(),
        Times.shownIfAny(row.activatedAt()),
        Times.shown(row.wantedAt()),
        subscription.publicEndpointAccess() ? endpoint(row) : null,
        topology.externalEndpoint() ? null : endpoint(row),
        replica(spec),
        replicaOf(spec),
        clustering(spec),
        security(spec.access(), password, subscription),
        engine.modules().stream().map(this::module).toList(),
        alerts(spec.alerts()),
        backup(spec.backup()),
        links,
        extension(shown, facts));
  }

  /// The API's word; Redis Cloud calls a database that is being taken down `delete-pending` in some
  /// places, and the mission calls it `deleting`.
  static String status(Status status) {
    return switch (status) {
      case Status.Pending _ -> "pending";
      case Status.Changing(String reason) ->
          reason.equals(Status.Changing.UPGRADE)
              ? "active-upgrade-pending"
              : "active-change-pending";
      case Status.Active _ -> "active";
      case Status.Deleting _ -> "deleting";
      case Status.Failed _ -> "error";
    };
  }

  /// The version in a fact such as `redis 7.0.15`.
  private static String version(Facts facts) {
    return facts.engine().substring(facts.engine().lastIndexOf(' ') + 1);
  }

  /// The version that runs, or the one that was asked for while that is not known.
  static String runningVersion(Resource<DatabaseSpec> row) {
    Facts facts = row.facts();
    return facts == null ? row.spec().engine().redisVersion() : version(facts);
  }

  static double usedMb(Resource<DatabaseSpec> row) {
    Facts facts = row.facts();
    return facts == null ? 0 : facts.usedMemory() / BYTES_PER_MB;
  }

  static List<DatabaseView.Alert> alerts(List<DatabaseSpec.Alert> alerts) {
    return alerts.stream()
        .map(alert -> new DatabaseView.Alert(alert.name(), alert.value()))
        .toList();
  }

  /// Those that it asks for, or those that it has in this subscription when it asks for none.
  static List<String> sources(List<String> asked, SubscriptionSpec subscription) {
    return asked.isEmpty() ? Cidr.defaultSources(subscription.publicEndpointAccess()) : asked;
  }

  @Nullable String endpoint(Resource<DatabaseSpec> row) {
    return row.everActive() ? advertiseHost + ":" + row.spec().port() : null;
  }

  private static DatabaseView.@Nullable Replica replica(DatabaseSpec spec) {
    var sources =
        spec.syncSources().stream()
            .filter(source -> !source.legacy())
            .map(
                source ->
                    new DatabaseView.Replica.Source(
                        source.endpoint().clear(), source.encryption(), source.serverCert()))
            .toList();
    return sources.isEmpty() ? null : new DatabaseView.Replica(sources);
  }

  private static DatabaseView.@Nullable ReplicaOf replicaOf(DatabaseSpec spec) {
    var endpoints =
        spec.syncSources().stream()
            .filter(DatabaseSpec.SyncSource::legacy)
            .map(source -> source.endpoint().clear())
            .toList();
    return endpoints.isEmpty() ? null : new DatabaseView.ReplicaOf(endpoints);
  }

  private static DatabaseView.Clustering clustering(DatabaseSpec spec) {
    var topology = spec.topology();
    return switch (topology.shardingType()) {
      case "custom-regex-rules" ->
          new DatabaseView.Clustering(spec.shards(), rules(topology.regexRules()), "custom");
      case "redis-oss-hashing" ->
          new DatabaseView.Clustering(spec.shards(), List.of(), topology.shardingType());
      default ->
          new DatabaseView.Clustering(
              spec.shards(), rules(DatabaseSpec.Topology.DEFAULT_REGEX_RULES), "standard");
    };
  }

  private static List<DatabaseView.Clustering.Rule> rules(List<String> patterns) {
    return IntStream.range(0, patterns.size())
        .mapToObj(i -> new DatabaseView.Clustering.Rule(i, patterns.get(i)))
        .toList();
  }

  static DatabaseView.Security security(
      DatabaseSpec.Access access, @Nullable String password, SubscriptionSpec subscription) {
    boolean tlsCertificates = !access.clientCertificates().isEmpty();
    return new DatabaseView.Security(
        access.defaultUser(),
        password,
        tlsCertificates || access.legacyCertificate() != null,
        tlsCertificates,
        access.tls(),
        sources(access.sourceIps(), subscription));
  }

  DatabaseView.Module module(DatabaseSpec.Module asked) {
    var known = catalogue.modules().stream().filter(m -> m.name().equals(asked.name())).findFirst();
    Map<String, RawValue> parameters =
        asked.parameters().stream()
            .collect(
                Collectors.toMap(
                    DatabaseSpec.Module.Parameter::name,
                    parameter -> new RawValue(parameter.value()),
                    (first, _) -> first,
                    LinkedHashMap::new));
    return new DatabaseView.Module(
        asked.name(),
        known.map(Catalogue.Module::capabilityName).orElse(null),
        known.map(Catalogue.Module::description).orElse(null),
        parameters.isEmpty() ? null : parameters);
  }

  static DatabaseView.Backup backup(DatabaseSpec.@Nullable Backup backup) {
    if (backup == null) {
      return new DatabaseView.Backup(false, null, null, null);
    }
    var path = backup.storagePath();
    return new DatabaseView.Backup(
        backup.runs(), backup.interval(), backup.timeUtc(), path == null ? null : path.clear());
  }

  private static DatabaseView.Extension extension(Row shown, @Nullable Facts facts) {
    var row = shown.database();
    return new DatabaseView.Extension(
        Standing.of(row),
        facts == null ? null : facts.engine(),
        row.spec().epoch() == 0 ? null : row.spec().epoch(),
        shown.ringing(),
        RecordedOnly.in(row.spec(), facts == null ? null : version(facts)));
  }
}
