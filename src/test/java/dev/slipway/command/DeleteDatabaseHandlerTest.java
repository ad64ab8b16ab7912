package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import org.junit.jupiter.api.Test;

final class DeleteDatabaseHandlerTest extends DeskTest {
  private static final Status FAILED =
      new Status.Failed(new Problem(ProblemType.PROVISION_FAILURE, "no disk"));

  @Test
  void activeDatabaseIsDeletedAndItsSubscriptionStaysAsItIs() {
    int subscription = desk.subscription(Desk.ACTIVE);
    int database = desk.database(subscription, Specs.database("cache"), Desk.ACTIVE);
    var before = desk.subscription(subscription);

    desk.accept(new DeleteDatabase(subscription, database));

    assertThat(desk.database(database).status()).isEqualTo(new Status.Deleting());
    assertThat(desk.subscription(subscription)).isEqualTo(before);
  }

  @Test
  void databaseInErrorIsDeletedAlsoFromASubscriptionInError() {
    int subscription = desk.subscription(FAILED);
    int database = desk.database(subscription, Specs.database("cache"), FAILED);

    desk.accept(new DeleteDatabase(subscription, database));

    assertThat(desk.database(database).status()).isEqualTo(new Status.Deleting());
  }

  @Test
  void unknownSubscriptionIsRefused() {
    assertThat(desk.refuse(new DeleteDatabase(99, 98)).type())
        .isEqualTo(ProblemType.SUBSCRIPTION_NOT_FOUND);
  }

  @Test
  void unknownDatabaseIsRefused() {
    int subscription = desk.subscription(Desk.ACTIVE);

    assertThat(desk.refuse(new DeleteDatabase(subscription, 98)).type())
        .isEqualTo(ProblemType.DATABASE_NOT_FOUND);
  }

  @Test
  void databaseOfAnotherAccountIsUnknown() {
    int database =
        desk.database(desk.subscription(Desk.ACTIVE), Specs.database("cache"), Desk.ACTIVE);
    desk.changeAccount(Account.Plan.FLEXIBLE);
    int subscription = desk.subscription(Desk.ACTIVE);

    assertThat(desk.refuse(new DeleteDatabase(subscription, database)).type())
        .isEqualTo(ProblemType.DATABASE_NOT_FOUND);
  }

  @Test
  void databaseOfAnotherSubscriptionIsRefused() {
    int subscription = desk.subscription(Desk.ACTIVE);
    int database =
        desk.database(desk.subscription(Desk.ACTIVE), Specs.database("cache"), Desk.ACTIVE);

    assertThat(desk.refuse(new DeleteDatabase(subscription, database)).type())
        .isEqualTo(ProblemType.DATABASE_SUBSCRIPTION_MISMATCH);
  }

  @Test
  void pendingDatabaseIsKeptUntilItsDeadline() {
    int subscription = desk.subscription(Desk.PENDING);
    int database = desk.database(subscription, Specs.database("cache"), Desk.PENDING);

    var problem = desk.refuse(new DeleteDatabase(subscription, database));

    assertThat(problem.type()).isEqualTo(ProblemType.DATABASE_NOT_ACTIVE);
    assertThat(problem.description()).contains("after 2026-06-01T12:02:00Z");
  }

  @Test
  void pendingDatabaseIsDeletedAfterItsDeadline() {
    int subscription = desk.subscription(Desk.PENDING);
    int database = desk.database(subscription, Specs.database("cache"), Desk.PENDING);
    desk.pass(Limits.standard().provisioning());

    desk.accept(new DeleteDatabase(subscription, database));

    assertThat(desk.database(database).status()).isEqualTo(new Status.Deleting());
  }

  @Test
  void databaseOfAPendingSubscriptionIsKept() {
    int subscription = desk.subscription(Desk.PENDING);
    int database = desk.database(subscription, Specs.database("cache"), Desk.ACTIVE);

    assertThat(desk.refuse(new DeleteDatabase(subscription, database)).type())
        .isEqualTo(ProblemType.SUBSCRIPTION_NOT_ACTIVE);
  }

  @Test
  void secondDeletionIsRefused() {
    int subscription = desk.subscription(Desk.ACTIVE);
    int database = desk.database(subscription, Specs.database("cache"), new Status.Deleting());

    assertThat(desk.refuse(new DeleteDatabase(subscription, database)).type())
        .isEqualTo(ProblemType.DATABASE_NOT_ACTIVE);
  }
}
