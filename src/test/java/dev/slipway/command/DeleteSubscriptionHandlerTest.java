package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;

final class DeleteSubscriptionHandlerTest extends DeskTest {
  private static final Status FAILED =
      new Status.Failed(new Problem(ProblemType.PROVISION_FAILURE, "no disk"));

  @Test
  void activeSubscriptionIsDeleted() {
    int subscription = desk.subscription(Desk.ACTIVE);

    desk.accept(new DeleteSubscription(subscription));

    assertThat(desk.subscription(subscription).status()).isEqualTo(new Status.Deleting());
  }

  @Test
  void subscriptionInErrorIsDeleted() {
    int subscription = desk.subscription(FAILED);

    desk.accept(new DeleteSubscription(subscription));

    assertThat(desk.subscription(subscription).status()).isEqualTo(new Status.Deleting());
  }

  @Test
  void unknownSubscriptionIsRefused() {
    assertThat(desk.refuse(new DeleteSubscription(99)).type())
        .isEqualTo(ProblemType.SUBSCRIPTION_NOT_FOUND);
  }

  @Test
  void databasesKeepTheirSubscription() {
    int subscription = desk.subscription(Desk.ACTIVE);
    desk.database(subscription, Specs.database("one"), Desk.ACTIVE);
    desk.database(subscription, Specs.database("two"), new Status.Deleting());

    var problem = desk.refuse(new DeleteSubscription(subscription));

    assertThat(problem.type()).isEqualTo(ProblemType.SUBSCRIPTION_IN_USE);
    assertThat(problem.description()).contains("databases: 2");
  }

  @Test
  void pendingSubscriptionIsKeptUntilItsDeadline() {
    int subscription = desk.subscription(Desk.PENDING);
    desk.pass(provisioning().minusSeconds(1));

    assertThat(desk.refuse(new DeleteSubscription(subscription)).type())
        .isEqualTo(ProblemType.SUBSCRIPTION_NOT_ACTIVE);
  }

  @Test
  void pendingSubscriptionIsDeletedAfterItsDeadline() {
    int subscription = desk.subscription(Desk.PENDING);
    desk.pass(provisioning());

    desk.accept(new DeleteSubscription(subscription));

    assertThat(desk.subscription(subscription).status()).isEqualTo(new Status.Deleting());
  }

  @Test
  void secondDeletionIsRefused() {
    int subscription = desk.subscription(new Status.Deleting());

    var problem = desk.refuse(new DeleteSubscription(subscription));

    assertThat(problem.type()).isEqualTo(ProblemType.SUBSCRIPTION_NOT_ACTIVE);
    assertThat(problem.description()).contains("being deleted");
  }

  @Test
  void fourthChangingSubscriptionIsRefused() {
    int subscription = desk.subscription(Desk.ACTIVE);
    for (int i = 0; i < 3; i++) {
      desk.subscription(new Status.Deleting());
    }

    assertThat(desk.refuse(new DeleteSubscription(subscription)).type())
        .isEqualTo(ProblemType.TOO_MANY_PENDING_SUBSCRIPTIONS);
  }

  @Test
  void subscriptionDoesNotStandInItsOwnWay() {
    int subscription = desk.subscription(Desk.PENDING);
    desk.subscription(Desk.PENDING);
    desk.subscription(Desk.PENDING);
    desk.pass(provisioning());

    assertThat(desk.accept(new DeleteSubscription(subscription))).isEqualTo(subscription);
  }

  private static Duration provisioning() {
    return Limits.standard().provisioning();
  }
}
