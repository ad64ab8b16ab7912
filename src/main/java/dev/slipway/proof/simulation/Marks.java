package dev.slipway.proof.simulation;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Failpoint;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.Task;
import dev.slipway.model.TaskState;
import dev.slipway.platform.Action;
import dev.slipway.proof.simulation.Changes.OfResource;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What came up in one seed.
final class Marks {
  private final Set<Mark> seen = EnumSet.noneOf(Mark.class);
  private final Set<Failpoint> crashedAt = EnumSet.noneOf(Failpoint.class);

  void add(Mark mark) {
    seen.add(mark);
  }

  void crashedAt(Failpoint point) {
    crashedAt.add(point);
  }

  Set<Mark> seen() {
    return seen;
  }

  Set<Failpoint> crashedAt() {
    return crashedAt;
  }

  /// An action reached the world.
  void did(Action action) {
    switch (action) {
      case START -> add(Mark.DID_START);
      case CONFIGURE -> add(Mark.DID_CONFIGURE);
      case FOLLOW -> add(Mark.DID_FOLLOW);
      case UNFOLLOW -> add(Mark.DID_UNFOLLOW);
      case STOP -> add(Mark.DID_STOP);
      case ERASE -> add(Mark.DID_ERASE);
      case FLUSH -> {} // no simulated program asks for it
    }
  }

  /// What the rows and the world show after a step.
  void look(Moment moment) {
    Changes changes = moment.changes();
    if (!changes.tasks().isEmpty()) {
      lookAtLanes(moment.now());
    }
    changes.ended().forEach(this::lookAtVerdict);
    changes.resources().forEach(change -> lookAtChange(change, moment.world()));
    if (moment.now().databases().anyMatch(d -> moment.world().stranger(d.spec().port()))) {
      add(Mark.PORT_STOLEN);
    }
    if (FairTry.outlasted(moment)) {
      add(Mark.DEADLINE_PASSED_WHILE_DOWN);
    }
  }

  private void lookAtLanes(Rows rows) {
    long inProgress = rows.accounts().values().stream().filter(Marks::runs).count();
    if (inProgress > 1) {
      add(Mark.TWO_ACCOUNTS_INTERLEAVED);
    }
    if (rows.accounts().values().stream().anyMatch(Marks::waitsBehind)) {
      add(Mark.TASK_WAITED_BEHIND_ANOTHER);
    }
  }

  private static boolean waitsBehind(Rows.Of account) {
    return runs(account)
        && account.tasks().values().stream()
            .anyMatch(task -> task.state() instanceof TaskState.Received);
  }

  private static boolean runs(Rows.Of account) {
    return account.tasks().values().stream()
        .anyMatch(task -> task.state() instanceof TaskState.InProgress);
  }

  private void lookAtVerdict(Task task) {
    if (task.state() instanceof TaskState.Failed(var problem)) {
      if (problem.type() == ProblemType.TOO_MANY_PENDING_SUBSCRIPTIONS) {
        add(Mark.FOURTH_SUBSCRIPTION_REFUSED);
      }
      if (problem.type() == ProblemType.GENERAL_ERROR && task.attempts() > 3) {
        add(Mark.POISONED_TASK_GIVEN_UP);
      }
    }
  }

  private void lookAtChange(OfResource change, World world) {
    Resource<?> before = change.before();
    Resource<?> now = change.now();
    if (now == null) {
      add(Mark.FORGOT);
      return;
    }
    if (now.spec() instanceof DatabaseSpec) {
      lookAtPause(now.lastAction());
    }
    if (before != null && port(before) != port(now)) {
      add(Mark.TOOK_OTHER_PORT);
    }
    if (before != null && epoch(before) != epoch(now)) {
      boolean leads = world.site(now.id()).leads(epoch(now));
      add(leads ? Mark.FAILOVER_GIVEN_UP : Mark.TOOK_OVER);
    }
    if (change.moved()) {
      lookAtMove(before, now);
    }
  }

  /// Every pause writes its reason down: that of a {@link dev.slipway.reconcile.Step.Wait}, or what
  /// was tried in vain.
  private void lookAtPause(@Nullable String reason) {
    if (reason == null) {
      return;
    }
    if (reason.startsWith("its Redis is ")) {
      add(Mark.WAITED);
    } else if (reason.equals("the look failed")) {
      add(Mark.LOOK_FAILED);
    } else if (reason.endsWith(" failed")) {
      add(Mark.ACTION_FAILED);
    } else if (reason.endsWith(" changed nothing")) {
      add(Mark.CHANGED_NOTHING);
    } else if (reason.startsWith("port after port ")) {
      add(Mark.PORT_AFTER_PORT);
    } else if (reason.equals("no free port")) {
      add(Mark.NO_PORT_FREE);
    }
  }

  private static int port(Resource<?> resource) {
    return resource.spec() instanceof DatabaseSpec spec ? spec.port() : 0;
  }

  private static int epoch(Resource<?> resource) {
    return resource.spec() instanceof DatabaseSpec spec ? spec.epoch() : 0;
  }

  private void lookAtMove(@Nullable Resource<?> before, Resource<?> now) {
    switch (now.status()) {
      case Status.Pending(String reason) -> {
        add(Mark.SETTLED_PENDING);
        if (reason.equals("its Redis cannot be looked at")) {
          add(Mark.TWO_LOOKS_FAILED);
        }
      }
      case Status.Active _ -> lookAtActive(before);
      case Status.Failed(var problem) -> {
        add(Mark.SETTLED_FAILED);
        add(
            problem.description().contains(Weather.LASTING)
                ? Mark.LASTING_TROUBLE_SETTLED
                : Mark.DEADLINE_PASSED);
      }
      case Status.Changing _, Status.Deleting _ -> {}
    }
  }

  private void lookAtActive(@Nullable Resource<?> before) {
    add(Mark.SETTLED_ACTIVE);
    if (before != null && before.everActive()) {
      add(Mark.DIED_AND_CAME_BACK);
    }
    if (before != null && before.trouble() != null && !before.trouble().lasting()) {
      add(Mark.TRANSIENT_TROUBLE_RETRIED);
    }
  }
}
