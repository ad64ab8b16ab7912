package dev.slipway.command;

import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.Place;
import dev.slipway.model.PrivateLinkFinding.LinkConnection;
import dev.slipway.model.PrivateLinkFinding.LinkDatabase;
import dev.slipway.model.PrivateLinkFinding.LinkPrincipal;
import dev.slipway.model.PrivateLinkFinding.PrivateLink;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.Problem;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/// Rows of a PrivateLink as a task tells of them. What AWS would give an id gets one made of the
/// row's own.
///
/// @param host the name that the endpoints of databases carry
record LinkFound(Places places, String host) {
  PrivateLink link(
      Resource<PrivateLinkSpec> link, Resource<SubscriptionSpec> subscription, Turn turn) {
    Place place = link.spec().place();
    var principals = LinkRows.principals(link, turn);
    return new PrivateLink(
        subscription.id(),
        place.regionId(),
        link.spec().course().word(link.status()),
        principals.stream().map(LinkFound::principal).toList(),
        configurationId(link),
        configurationArn(link, subscription),
        arn("ram", "resource-share/slipway-" + link.id(), place, subscription),
        link.spec().name(),
        principals.stream().filter(LinkFound::connected).map(LinkFound::connection).toList(),
        databases(subscription, turn),
        link.status() instanceof Status.Failed(Problem problem) ? problem.description() : null);
  }

  String configurationArn(Resource<PrivateLinkSpec> link, Resource<SubscriptionSpec> subscription) {
    return arn(
        "vpc-lattice",
        "resourceconfiguration/" + configurationId(link),
        link.spec().place(),
        subscription);
  }

  private String arn(
      String service, String resource, Place place, Resource<SubscriptionSpec> subscription) {
    return "arn:aws:%s:%s:000000000000:%s"
        .formatted(service, places.regionName(place, subscription.spec()), resource);
  }

  private static String configurationId(Resource<PrivateLinkSpec> link) {
    return "rcfg-%017x".formatted(link.id());
  }

  /// Whether it is associated, and nobody has cut its connection.
  static boolean connected(Resource<LinkPrincipalSpec> principal) {
    return principal.status() instanceof Status.Active && principal.spec().connected();
  }

  private static LinkPrincipal principal(Resource<LinkPrincipalSpec> row) {
    var spec = row.spec();
    return new LinkPrincipal(
        spec.name(),
        spec.type().name().toLowerCase(Locale.ROOT),
        spec.alias(),
        spec.course().word(row.status()));
  }

  private static LinkConnection connection(Resource<LinkPrincipalSpec> row) {
    return new LinkConnection(
        LinkRows.associationId(row),
        "vpce-%017x".formatted(row.id()),
        "vpc_endpoint",
        row.spec().name(),
        row.changedAt().truncatedTo(ChronoUnit.SECONDS).toString());
  }

  private List<LinkDatabase> databases(Resource<SubscriptionSpec> subscription, Turn turn) {
    return turn.databasesOf(subscription).stream()
        .map(row -> new LinkDatabase(row.id(), row.spec().port(), host + ":" + row.spec().port()))
        .toList();
  }
}
