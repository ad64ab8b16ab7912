package dev.slipway.proof.simulation;

import dev.slipway.model.Limits;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.proof.simulation.Changes.OfResource;
import java.time.Duration;
import java.util.stream.Stream;

/// A creation that a crash interrupted is called error only after the next program had the two
/// minutes for it, and has tried to start it at least once: what passed while none ran is nobody's
/// fault. What failed for good is error at once, since no try helps.
final class FairTry implements Invariant {
  private static final Duration PROVISIONING = Limits.standard().provisioning();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment.changes().resources().stream()
        .filter(change -> ranOutOfTime(change, moment))
        .filter(change -> hurried(moment) || !tried(change, moment))
        .map(
            change ->
                "%s had no fair try since %s: %s"
                    .formatted(change.ref(), moment.upSince(), change.now()));
  }

  /// Whether all the time of some creation had passed before this program began.
  static boolean outlasted(Moment moment) {
    return moment
        .now()
        .databases()
        .filter(FairTry::isCreation)
        .anyMatch(database -> database.wantedAt().plus(PROVISIONING).isBefore(moment.upSince()));
  }

  private static boolean ranOutOfTime(OfResource change, Moment moment) {
    Resource<?> before = change.before();
    return before != null
        && isCreation(before)
        && before.wantedAt().isBefore(moment.upSince())
        && change.now() != null
        && change.now().status() instanceof Status.Failed(var problem)
        && !problem.description().contains(Weather.LASTING);
  }

  private static boolean isCreation(Resource<?> resource) {
    return resource.parent() != null
        && !resource.everActive()
        && resource.status() instanceof Status.Pending;
  }

  private static boolean hurried(Moment moment) {
    return moment.at().isBefore(moment.upSince().plus(PROVISIONING));
  }

  private static boolean tried(OfResource change, Moment moment) {
    Site site = moment.world().site(change.ref().id());
    return !site.startTriedAt.isBefore(moment.upSince());
  }
}
