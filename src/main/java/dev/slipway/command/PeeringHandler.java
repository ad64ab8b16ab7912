package dev.slipway.command;

import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME;
import static dev.slipway.model.ProblemType.ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND;
import static dev.slipway.model.ProblemType.DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_FOR_A_SUBSCRIPTION_WITH_NO_VPC_PEERINGS;
import static dev.slipway.model.ProblemType.VPC_PEERING_ALREADY_EXIST;
import static dev.slipway.model.ProblemType.VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER;
import static dev.slipway.model.ProblemType.VPC_PEERING_NOT_FOUND;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.PeeringCommand.CreatePeering;
import dev.slipway.model.PeeringCommand.DeletePeering;
import dev.slipway.model.PeeringCommand.Peer;
import dev.slipway.model.PeeringCommand.ReadPeering;
import dev.slipway.model.PeeringCommand.UpdatePeering;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.Place;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.util.List;
import java.util.Objects;

/// Tells of VPC peerings, makes, changes and removes them (api-rules 6). The other side accepts by
/// itself.
final class PeeringHandler {
  private final Places places;
  private final PeeringRules rules;
  private final PeeringsFound found;

  PeeringHandler(Catalogue catalogue) {
    this.places = new Places(catalogue);
    this.rules = new PeeringRules(catalogue);
    this.found = new PeeringsFound(places);
  }

  Outcome read(ReadPeering command, Turn turn) {
    var subscription = subscription(command.place(), Siblings.READ_PEERINGS, turn);
    List<Resource<PeeringSpec>> rows = of(subscription, turn);
    return new Outcome.Accepted(
        subscription.id(),
        command.place().activeActive()
            ? found.byRegion(subscription, rows)
            : PeeringsFound.flat(rows));
  }

  Outcome create(CreatePeering command, Turn turn) {
    boolean activeActive = command.place().activeActive();
    var subscription = subscription(command.place(), Siblings.CREATE_PEERING, turn);
    StatusRules.active(subscription, turn);
    Place place = activeActive ? source(subscription, command.peer()) : command.place();
    boolean atGoogle = PeeringRules.provider(command.peer(), subscription.spec()) == Provider.GCP;
    var spec =
        new PeeringSpec(
            place,
            Course.PEERING_ASKED_FOR,
            atGoogle ? null : rules.vpc(command.peer(), activeActive, subscription.spec()),
            atGoogle ? PeeringRules.network(command.peer()) : null);
    checkNew(spec, subscription, turn);
    int id = turn.tx().ids().next(Kind.VPC_PEERING);
    turn.tx()
        .peerings()
        .add(turn.account(), id, subscription.id(), spec, spec.course().start(), turn.now());
    return Outcome.Accepted.resource(id);
  }

  Outcome update(UpdatePeering command, Turn turn) {
    var subscription = subscription(command.place(), Siblings.UPDATE_PEERING, turn);
    var peering = peering(command.place(), command.peeringId(), subscription, turn);
    PeeringSpec.Vpc vpc = peering.spec().vpc();
    if (vpc == null) {
      throw new Refused(
          VPC_PEERING_BELONGS_TO_DIFFERENT_CLOUD_PROVIDER,
          "The %s is at Google, where a peering has no blocks to change.".formatted(peering.ref()));
    }
    StatusRules.active(peering, turn);
    var blocks = PeeringRules.blocks(command.blocks(), subscription.spec());
    var changed = new PeeringSpec.Vpc(vpc.region(), vpc.awsAccountId(), vpc.vpcId(), blocks);
    turn.tx().peerings().want(peering, peering.spec().with(changed), peering.status(), turn.now());
    return Outcome.Accepted.resource(peering.id());
  }

  Outcome delete(DeletePeering command, Turn turn) {
    var subscription = subscription(command.place(), Siblings.DELETE_PEERING, turn);
    if (command.place().activeActive() && of(subscription, turn).isEmpty()) {
      throw new Refused(
          DELETING_AN_ACTIVE_ACTIVE_VPC_PEERING_IS_NOT_ALLOWED_FOR_A_SUBSCRIPTION_WITH_NO_VPC_PEERINGS,
          "The %s has no peering.".formatted(subscription.ref()));
    }
    var peering = peering(command.place(), command.peeringId(), subscription, turn);
    turn.tx()
        .peerings()
        .want(
            peering, peering.spec().on(Course.PEERING_DELETED), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(peering.id());
  }

  private Resource<SubscriptionSpec> subscription(Place place, Siblings operation, Turn turn) {
    return places.subscription(
        place, operation, ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME, turn);
  }

  private Place source(Resource<SubscriptionSpec> subscription, Peer peer) {
    String name = Objects.requireNonNullElse(peer.sourceRegion(), "");
    return subscription.spec().regions().stream()
        .filter(region -> region.region().equals(name))
        .flatMap(region -> places.catalogue().region(subscription.spec().provider(), name).stream())
        .map(region -> Place.in(subscription.id(), region.id()))
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    ACTIVE_ACTIVE_VPC_PEERING_INVALID_SOURCE_REGION_NAME,
                    "The %s has no region %s.".formatted(subscription.ref(), Words.quoted(name)),
                    "Name one of its regions in sourceRegion."));
  }

  private static void checkNew(
      PeeringSpec spec, Resource<SubscriptionSpec> subscription, Turn turn) {
    for (Resource<PeeringSpec> other : of(subscription, turn)) {
      if (!(other.status() instanceof Status.Failed) && samePeer(spec, other.spec())) {
        throw new Refused(
            VPC_PEERING_ALREADY_EXIST,
            "The %s is with this network already.".formatted(other.ref()));
      }
    }
  }

  private static boolean samePeer(PeeringSpec one, PeeringSpec other) {
    return one.place().equals(other.place())
        && one.name().equals(other.name())
        && one.owner().equals(other.owner());
  }

  private static Resource<PeeringSpec> peering(
      Place place, int id, Resource<SubscriptionSpec> subscription, Turn turn) {
    return of(subscription, turn).stream()
        .filter(row -> row.id() == id)
        .findFirst()
        .orElseThrow(
            () ->
                new Refused(
                    place.activeActive()
                        ? ACTIVE_ACTIVE_VPC_PEERING_NOT_FOUND
                        : VPC_PEERING_NOT_FOUND,
                    "The %s has no peering %s.".formatted(subscription.ref(), id)));
  }

  private static List<Resource<PeeringSpec>> of(
      Resource<SubscriptionSpec> subscription, Turn turn) {
    return turn.tx().peerings().under(subscription.id(), 0, Integer.MAX_VALUE).stream()
        .filter(Places::stays)
        .toList();
  }
}
