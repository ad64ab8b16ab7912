package dev.slipway.reconcile;

import dev.slipway.model.Limits;
import dev.slipway.model.Pause;
import dev.slipway.model.Resource;
import dev.slipway.model.Trouble;
import dev.slipway.platform.Action;
import dev.slipway.platform.Observed;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What was tried in vain for one resource, and how long to wait before the next try.
///
/// For use by one thread.
final class Tries {
  private final Limits limits;
  private int count;
  private boolean any;
  private boolean started;
  private boolean flushed;
  private @Nullable Trouble trouble;
  private @Nullable Pause pause;
  private @Nullable Attempt last;

  /// An action that was applied without an error, and what was seen before it.
  private record Attempt(Action action, Observed seen) {}

  Tries(Limits limits, Resource<?> resource) {
    this.limits = limits;
    resume(resource);
  }

  /// Whether there was one that may not have helped.
  boolean any() {
    return any;
  }

  /// Whether a start was among them.
  boolean started() {
    return started;
  }

  /// Whether its data was removed. That is forgotten with the visit: data is rather removed once
  /// more than kept, as long as its row says that it is being flushed.
  boolean flushed() {
    return flushed;
  }

  int count() {
    return count;
  }

  /// What went wrong last, or null.
  @Nullable Trouble trouble() {
    return trouble;
  }

  /// Until when the action that was tried in vain waits, or null.
  @Nullable Pause pause() {
    return pause;
  }

  /// Begins anew from what the row says.
  void resume(Resource<?> resource) {
    any |= resource.attempts() > 0;
    count = resource.attempts();
    trouble = resource.trouble();
    pause = resource.pause();
    started |= pause != null && pause.action().equals(Action.START.name());
    last = null;
    flushed = false;
  }

  /// Trouble belongs to an action; when the world has changed since, it is over. One that loads has
  /// not come up yet: files that are damaged kill it at the end of that.
  void look(Observed seen) {
    boolean loads = seen.process() == Observed.Life.LOADING;
    if (last != null && !loads && !last.seen().equals(seen)) {
      any = false;
      started = false;
      count = 0;
      trouble = null;
      pause = null;
      last = null;
    }
  }

  /// Whether the action was applied just now and the world is still the same: one more try in vain.
  boolean changedNothing(Action action) {
    if (last == null || last.action() != action) {
      return false;
    }
    count++;
    last = null;
    return true;
  }

  /// The action is not to be tried again before that.
  void waitWith(Action action, Instant until) {
    pause = new Pause(action.name(), until);
  }

  /// A visit ends. What it applied, and no look has shown to help, counts and waits as well.
  ///
  /// @return whether there was such
  boolean end(Instant now) {
    if (last == null) {
      return false;
    }
    count++;
    waitWith(last.action(), now.plus(backOff()));
    last = null;
    return true;
  }

  /// What was tried in vain before was something else: this one waits as if nothing had been.
  void begin(Action action) {
    if (pause != null && !pause.action().equals(action.name())) {
      count = 0;
      pause = null;
    }
    started |= action == Action.START;
  }

  /// How long this action still has to wait; zero or less when it has not. A pause that is longer
  /// than there are was written before the clock was set back, and counts no more.
  Duration left(Action action, Instant now) {
    if (pause == null || !pause.action().equals(action.name())) {
      return Duration.ZERO;
    }
    Duration left = Duration.between(now, pause.until());
    return left.compareTo(limits.lastRetry()) > 0 ? Duration.ZERO : left;
  }

  /// Something was applied without an error.
  ///
  /// @param seen what was seen before, if anything was
  void applied(Action action, @Nullable Observed seen) {
    any = true;
    flushed |= action == Action.FLUSH;
    last = seen == null ? null : new Attempt(action, seen);
  }

  /// A look or an action failed.
  void failed(Trouble why) {
    any = true;
    count++;
    trouble = why;
  }

  /// A port was changed, because somebody held it.
  ///
  /// @param moves how many were changed in a row
  void moved(int moves) {
    count = moves;
  }

  /// How long what was done in vain waits: the first wait, doubled with every try.
  Duration backOff() {
    Duration wait = limits.firstRetry();
    for (int i = 1; i < count && wait.compareTo(limits.lastRetry()) < 0; i++) {
      wait = wait.multipliedBy(2);
    }
    return wait.compareTo(limits.lastRetry()) > 0 ? limits.lastRetry() : wait;
  }
}
