package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.store.sql.Stores;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class AccessPlanTest {
  private static final Status PENDING = new Status.Pending("being created");
  private static final Status ACTIVE = new Status.Active();
  private static final Problem PROBLEM = new Problem(ProblemType.PROVISION_FAILURE, "no room");
  private static final Duration LATE = Limits.standard().provisioning();
  private static final Reach EVERYWHERE = new Reach(Optional.empty(), Optional.empty());
  private static final Reach REFUSED = new Reach(Optional.empty(), Optional.of(PROBLEM));

  @Test
  void whatIsInForceEverywhereIsActive() {
    assertThat(next(PENDING, EVERYWHERE, Duration.ZERO)).isEqualTo(new Step.Settle(ACTIVE));
  }

  @Test
  void itWaitsForARunningDatabase() {
    assertThat(next(PENDING, behind(null), Duration.ZERO)).isInstanceOf(Step.Wait.class);
  }

  @Test
  void itIsLookedAtWhenItsTimeIsOver() {
    assertThat(next(PENDING, behind(null), LATE.minusSeconds(1)))
        .isInstanceOfSatisfying(
            Step.Wait.class, wait -> assertThat(wait.retryIn()).isEqualTo(Duration.ofSeconds(1)));
  }

  @Test
  void whatIsNotInForceInTimeIsAnErrorWithTheReasonOfTheDatabase() {
    assertThat(next(PENDING, behind(new Trouble(PROBLEM, false)), LATE))
        .isInstanceOfSatisfying(
            Step.Settle.class,
            settle -> assertThat(settle.status().toString()).contains("10001", "no room"));
  }

  @Test
  void errorEndsWhenItIsInForceAfterAll() {
    var failed = new Status.Failed(PROBLEM);

    assertThat(next(failed, behind(null), LATE)).isEqualTo(new Step.Settle(failed));
    assertThat(next(failed, EVERYWHERE, LATE)).isEqualTo(new Step.Settle(ACTIVE));
  }

  @Test
  void userWhomADatabaseRefusesIsAnError() {
    assertThat(next(PENDING, REFUSED, Duration.ZERO))
        .isEqualTo(new Step.Settle(new Status.Failed(PROBLEM)));
    assertThat(next(ACTIVE, REFUSED, LATE)).isEqualTo(new Step.Settle(new Status.Failed(PROBLEM)));
  }

  @Test
  void deletionWaitsUntilNobodyIsLetInByIt() {
    assertThat(next(new Status.Deleting(), behind(null), LATE)).isInstanceOf(Step.Wait.class);
    assertThat(next(new Status.Deleting(), EVERYWHERE, LATE)).isEqualTo(new Step.Forget());
  }

  private static Step next(Status status, Reach reach, Duration sinceWanted) {
    var role = row(new Ref(Kind.ACL_ROLE, 1), new AclRoleSpec("role", List.of()), status, null);
    return AccessPlan.next(role, reach, sinceWanted, Limits.standard());
  }

  private static Reach behind(@Nullable Trouble trouble) {
    Resource<DatabaseSpec> database =
        row(Ref.database(10_001), Specs.database("cache"), ACTIVE, trouble);
    return new Reach(Optional.of(database), Optional.empty());
  }

  private static <S extends Spec> Resource<S> row(
      Ref ref, S spec, Status status, @Nullable Trouble trouble) {
    return new Resource<>(
        ref,
        new AccountId(1),
        null,
        spec,
        status,
        1,
        Stores.START,
        Stores.START,
        Stores.START,
        Stores.START,
        0,
        null,
        null,
        trouble,
        null);
  }
}
