package dev.slipway.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Course;
import dev.slipway.model.Status;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Each stop takes ten seconds here.
final class EmulatedPlanTest {
  private static final Duration STOP = Duration.ofSeconds(10);

  @Test
  void firstStateLastsItsTime() {
    assertThat(next(new Status.Pending("initiating-request"), Course.PEERING_ASKED_FOR, 4))
        .isEqualTo(waits(6));
  }

  @Test
  void nextStateComesWhenTheTimeIsOver() {
    var status = new Status.Pending("initiating-request");

    assertThat(next(status, Course.PEERING_ASKED_FOR, 10))
        .isEqualTo(new Step.Settle(new Status.Pending("pending-acceptance")));
  }

  @Test
  void endComesAfterAllStates() {
    var status = new Status.Pending("initiating-request");

    assertThat(next(status, Course.PEERING_ASKED_FOR, 20))
        .isEqualTo(new Step.Settle(new Status.Active()));
  }

  @Test
  void changedOneComesToTheStateOfItsCourse() {
    assertThat(next(new Status.Changing("other"), Course.ATTACHMENT_CHANGED, 0))
        .isEqualTo(new Step.Settle(new Status.Pending("modifying")));
  }

  @Test
  void endThatWaitsForSomebodyRests() {
    var described = new Status.Pending("initialized");

    assertThat(next(described, Course.PSC_ENDPOINT_DESCRIBED, 99))
        .isEqualTo(new Step.Settle(described));
  }

  @Test
  void clockThatWasSetBackWaitsLonger() {
    assertThat(next(new Status.Pending("initiating-request"), Course.PEERING_ASKED_FOR, -5))
        .isEqualTo(waits(15));
  }

  @Test
  void activeAndFailedOnesRest() {
    var failed = Course.PEERING_FAILED.end();

    assertThat(next(new Status.Active(), Course.PEERING_ASKED_FOR, 0))
        .isEqualTo(new Step.Settle(new Status.Active()));
    assertThat(next(failed, Course.PEERING_FAILED, 0)).isEqualTo(new Step.Settle(failed));
  }

  @Test
  void deletedOneGoesWhenItsTimeIsOver() {
    assertThat(next(new Status.Deleting(), Course.ATTACHMENT_DELETED, 9))
        .isEqualTo(new Step.Wait(Duration.ofSeconds(1), "it is being taken down"));
    assertThat(next(new Status.Deleting(), Course.ATTACHMENT_DELETED, 10))
        .isEqualTo(new Step.Forget());
  }

  @Test
  void deletedPeeringGoesAtOnce() {
    assertThat(next(new Status.Deleting(), Course.PEERING_DELETED, 0)).isEqualTo(new Step.Forget());
  }

  /// Otherwise it would be looked at for ever, or never again.
  @ParameterizedTest
  @EnumSource
  void everyCourseLeadsFromItsStartToItsEnd(Course course) {
    Status status = course.start();
    long steps = course.stops().size() * STOP.toSeconds();

    Step last = next(status, course, steps);

    if (course.end() instanceof Status.Deleting) {
      assertThat(last).isEqualTo(new Step.Forget());
    } else {
      assertThat(last).isEqualTo(new Step.Settle(course.end()));
      assertThat(status.mayBecome(course.end())).isTrue();
    }
  }

  private static Step waits(int seconds) {
    return new Step.Wait(Duration.ofSeconds(seconds), "the other side has not answered yet");
  }

  private static Step next(Status status, Course course, long seconds) {
    return EmulatedPlan.next(status, course, Duration.ofSeconds(seconds), STOP);
  }
}
