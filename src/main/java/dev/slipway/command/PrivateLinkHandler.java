package dev.slipway.command;

import static dev.slipway.model.ProblemType.PRIVATE_LINK_ALL_PRINCIPALS_MUST_BE_DELETED_BEFORE_DELETING_RESOURCE_LINK;
import static dev.slipway.model.ProblemType.PRIVATE_LINK_ALREADY_EXISTS;
import static dev.slipway.model.ProblemType.PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED;

import dev.slipway.model.Course;
import dev.slipway.model.Finding;
import dev.slipway.model.Kind;
import dev.slipway.model.PrivateLinkCommand.CreatePrivateLink;
import dev.slipway.model.PrivateLinkCommand.DeletePrivateLink;
import dev.slipway.model.PrivateLinkCommand.ReadPrivateLink;
import dev.slipway.model.PrivateLinkFinding.NoPrivateLink;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec.Provider;

/// Tells of a PrivateLink, makes and removes it: one at each end of a subscription at AWS
/// (api-rules 6).
record PrivateLinkHandler(LinkRows rows, LinkFound found) {
  Outcome read(ReadPrivateLink command, Turn turn) {
    var subscription = rows.subscription(command.place(), Siblings.READ_LINK, turn);
    Finding finding =
        LinkRows.find(command.place(), turn)
            .<Finding>map(link -> found.link(link, subscription, turn))
            .orElse(NoPrivateLink.HERE);
    return new Outcome.Accepted(subscription.id(), finding);
  }

  Outcome create(CreatePrivateLink command, Turn turn) {
    var place = command.place();
    var subscription = rows.subscription(place, Siblings.CREATE_LINK, turn);
    Places.at(Provider.AWS, subscription, PRIVATE_LINK_CLOUD_PROVIDER_NOT_SUPPORTED);
    StatusRules.active(subscription, turn);
    if (LinkRows.find(place, turn).filter(Places::stays).isPresent()) {
      throw new Refused(
          PRIVATE_LINK_ALREADY_EXISTS,
          "The %s has a PrivateLink there already.".formatted(subscription.ref()));
    }
    LinkPrincipalHandler.check(command.first());
    var spec = new PrivateLinkSpec(place, Course.LINK_ASKED_FOR, command.shareName());
    int id = turn.tx().ids().next(Kind.PRIVATE_LINK);
    var link =
        turn.tx()
            .privateLinks()
            .add(turn.account(), id, subscription.id(), spec, spec.course().start(), turn.now());
    LinkPrincipalHandler.add(command.first(), link, turn);
    return Outcome.Accepted.resource(subscription.id());
  }

  Outcome delete(DeletePrivateLink command, Turn turn) {
    var link = rows.link(command.place(), Siblings.DELETE_LINK, turn);
    if (LinkRows.principals(link, turn).stream().anyMatch(Places::stays)) {
      throw new Refused(
          PRIVATE_LINK_ALL_PRINCIPALS_MUST_BE_DELETED_BEFORE_DELETING_RESOURCE_LINK,
          "The %s has principals.".formatted(link.ref()),
          "Delete them first.");
    }
    turn.tx()
        .privateLinks()
        .want(link, link.spec().on(Course.LINK_DELETED), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(command.place().subscriptionId());
  }
}
