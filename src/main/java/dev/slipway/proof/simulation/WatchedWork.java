package dev.slipway.proof.simulation;

import dev.slipway.model.Facts;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Status;
import dev.slipway.model.Trouble;
import dev.slipway.store.Work;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Tells of every change to a resource that can be seen; leases and due times cannot.
record WatchedWork(Work work, Runnable changed) implements Work {
  @Override
  public List<Ref> due(Instant now, int limit) {
    return work.due(now, limit);
  }

  @Override
  public Optional<Instant> nextDue() {
    return work.nextDue();
  }

  @Override
  public Optional<Resource<?>> lease(Ref ref, String owner, Instant now, Instant until) {
    return work.lease(ref, owner, now, until);
  }

  @Override
  public Optional<Resource<?>> held(Ref ref, String owner) {
    return work.held(ref, owner);
  }

  @Override
  public boolean settle(
      Resource<?> resource, String owner, Status status, @Nullable Facts facts, Instant now) {
    changed.run();
    return work.settle(resource, owner, status, facts, now);
  }

  @Override
  public void adjust(Resource<?> resource, String owner, Spec spec) {
    changed.run();
    work.adjust(resource, owner, spec);
  }

  @Override
  public void tried(
      Resource<?> resource,
      String owner,
      int attempts,
      @Nullable String action,
      @Nullable Trouble trouble) {
    changed.run();
    work.tried(resource, owner, attempts, action, trouble);
  }

  @Override
  public void release(Resource<?> resource, String owner, Instant dueAt) {
    work.release(resource, owner, dueAt);
  }

  @Override
  public boolean forget(Resource<?> resource, String owner) {
    changed.run();
    return work.forget(resource, owner);
  }

  @Override
  public void look(Ref ref, Instant now) {
    work.look(ref, now);
  }

  @Override
  public int takeOver(String livingOwner, Instant now) {
    return work.takeOver(livingOwner, now);
  }
}
