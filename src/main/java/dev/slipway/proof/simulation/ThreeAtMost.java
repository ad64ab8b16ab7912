package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.Limits;
import java.util.stream.Stream;

/// I6: no command starts to change a fourth subscription of an account.
final class ThreeAtMost implements Invariant {
  private final int most = Limits.standard().changingSubscriptions();

  @Override
  public Stream<String> faults(Moment moment) {
    return moment
        .changes()
        .accountsOfResources()
        .filter(account -> changing(moment.now(), account) > most)
        .filter(account -> changing(moment.now(), account) > changing(moment.before(), account))
        .map(account -> "account " + account + " changes more than " + most + " subscriptions");
  }

  static long changing(Rows rows, AccountId account) {
    return rows.of(account).subscriptions().values().stream()
        .filter(subscription -> subscription.status().changing())
        .count();
  }
}
