package dev.slipway.api.database;

import static java.util.Objects.requireNonNullElse;

import dev.slipway.api.http.Link;
import dev.slipway.api.resource.Standing;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;

/// Shows the rows of Active-Active databases.
///
/// @param common how any database is shown
record CrdbViews(DatabaseViews common) {
  private static final String ONE_REDIS =
      "One Redis serves all regions: their endpoints lead to the same data.";

  /// @param alone whether it is shown with its passwords
  CrdbView view(DatabaseViews.Row shown, boolean alone, List<Link> links) {
    var row = shown.database();
    var subscription = shown.subscription();
    DatabaseSpec spec = row.spec();
    var engine = spec.engine();
    var access = spec.access();
    return new CrdbView(
        row.id(),
        spec.name(),
        spec.protocol(),
        DatabaseViews.status(row.status()),
        engine.redisVersion(),
        subscription.memoryStorage(),
        true,
        spec.replication(),
        spec.topology().ossClusterApi(),
        spec.topology().externalEndpoint(),
        spec.eviction(),
        engine.autoMinorVersionUpgrade(),
        Times.shownIfAny(row.activatedAt()),
        Times.shown(row.wantedAt()),
        engine.modules().stream().map(common::module).toList(),
        spec.persistence(),
        DatabaseViews.sources(access.sourceIps(), subscription),
        alone ? access.password().clear() : null,
        access.defaultUser(),
        DatabaseViews.alerts(spec.alerts()),
        spec.locals().stream().map(local -> region(local, row, subscription, alone)).toList(),
        links,
        extension(shown));
  }

  private CrdbView.Region region(
      Crdb.Local local, Resource<DatabaseSpec> row, SubscriptionSpec subscription, boolean alone) {
    DatabaseSpec spec = row.spec();
    var topology = spec.topology();
    var access = access(local, spec.access());
    return new CrdbView.Region(
        subscription.provider(),
        local.region(),
        DatabaseViews.runningVersion(row),
        requireNonNullElse(local.respVersion(), spec.engine().respVersion()),
        subscription.publicEndpointAccess() ? common.endpoint(row) : null,
        topology.externalEndpoint() ? null : common.endpoint(row),
        spec.datasetGb(),
        spec.memoryLimitGb(),
        DatabaseViews.usedMb(row),
        local.reads(),
        local.writes(),
        requireNonNullElse(local.persistence(), spec.persistence()),
        DatabaseViews.alerts(requireNonNullElse(local.alerts(), spec.alerts())),
        DatabaseViews.security(access, alone ? access.password().clear() : null, subscription),
        DatabaseViews.backup(local.backup()),
        List.of());
  }

  private static DatabaseSpec.Access access(Crdb.Local local, DatabaseSpec.Access global) {
    return global
        .withPassword(requireNonNullElse(local.password(), global.password()))
        .withDefaultUser(requireNonNullElse(local.defaultUser(), global.defaultUser()))
        .withSourceIps(requireNonNullElse(local.sourceIps(), global.sourceIps()));
  }

  private static CrdbView.Extension extension(DatabaseViews.Row shown) {
    var row = shown.database();
    Facts facts = row.facts();
    return new CrdbView.Extension(
        Standing.of(row),
        facts == null ? null : facts.engine(),
        ONE_REDIS,
        shown.ringing(),
        RecordedInRegions.in(row.spec(), facts == null ? null : DatabaseViews.runningVersion(row)));
  }
}
