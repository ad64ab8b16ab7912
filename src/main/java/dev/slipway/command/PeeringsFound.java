package dev.slipway.command;

import dev.slipway.model.Catalogue;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.PeeringSpec.Network;
import dev.slipway.model.PeeringSpec.Vpc;
import dev.slipway.model.Peerings;
import dev.slipway.model.Peerings.Block;
import dev.slipway.model.Peerings.Peering;
import dev.slipway.model.Peerings.PeeringList;
import dev.slipway.model.Peerings.PeeringRegion;
import dev.slipway.model.Peerings.RegionalPeering;
import dev.slipway.model.Peerings.RegionalPeeringList;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import java.util.Objects;

/// Rows of peerings as a task tells of them. The two types of subscription spell them differently
/// (client-contract 3.6). What the other side would give an id gets one made of the row's own.
record PeeringsFound(Places places) {
  private static final String PROJECT = "slipway-emulated";

  static Peerings flat(List<Resource<PeeringSpec>> rows) {
    return new PeeringList(rows.stream().map(PeeringsFound::peering).toList());
  }

  /// Every region of the subscription, with those that begin there.
  Peerings byRegion(Resource<SubscriptionSpec> subscription, List<Resource<PeeringSpec>> rows) {
    var spec = subscription.spec();
    var regions =
        spec.regions().stream()
            .flatMap(region -> places.catalogue().region(spec.provider(), region.region()).stream())
            .map(region -> region(region, rows))
            .toList();
    return new RegionalPeeringList(subscription.id(), regions);
  }

  private static PeeringRegion region(Catalogue.Region region, List<Resource<PeeringSpec>> rows) {
    return new PeeringRegion(
        region.id(),
        region.name(),
        rows.stream()
            .filter(row -> Objects.equals(row.spec().place().regionId(), region.id()))
            .map(row -> peering(row, region))
            .toList());
  }

  private static Peering peering(Resource<PeeringSpec> row) {
    Vpc vpc = row.spec().vpc();
    Network network = row.spec().network();
    String status = word(row);
    return new Peering(
        row.id(),
        status,
        vpc == null ? null : vpc.awsAccountId(),
        vpc == null ? null : awsUid(row.id()),
        vpc == null ? null : vpc.vpcId(),
        vpc == null ? null : vpc.cidrs().getFirst(),
        vpc == null ? null : blocks(vpc, status),
        vpc == null ? null : vpc.region(),
        network == null ? null : network.projectUid(),
        network == null ? null : network.name(),
        network == null ? null : PROJECT,
        network == null ? null : redisNetwork(row),
        network == null ? null : googleUid(row.id()));
  }

  private static RegionalPeering peering(Resource<PeeringSpec> row, Catalogue.Region source) {
    Vpc vpc = row.spec().vpc();
    Network network = row.spec().network();
    String status = word(row);
    return new RegionalPeering(
        row.id(),
        status,
        source.id(),
        vpc == null ? null : vpc.region(),
        vpc == null ? null : vpc.awsAccountId(),
        vpc == null ? null : awsUid(row.id()),
        vpc == null ? null : vpc.vpcId(),
        vpc == null ? null : vpc.cidrs().getFirst(),
        vpc == null ? null : blocks(vpc, status),
        network == null ? null : network.projectUid(),
        network == null ? null : network.name(),
        network == null ? null : PROJECT,
        network == null ? null : redisNetwork(row),
        network == null ? null : googleUid(row.id()),
        source.name(),
        vpc == null ? null : vpc.region());
  }

  private static String word(Resource<PeeringSpec> row) {
    return row.spec().course().word(row.status());
  }

  private static List<Block> blocks(Vpc vpc, String status) {
    return vpc.cidrs().stream().map(cidr -> new Block(cidr, status)).toList();
  }

  private static String awsUid(int id) {
    return "pcx-%017x".formatted(id);
  }

  private static String googleUid(int id) {
    return "slipway-peering-" + id;
  }

  private static String redisNetwork(Resource<PeeringSpec> row) {
    return "slipway-" + row.spec().place().subscriptionId();
  }
}
