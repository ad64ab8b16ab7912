package dev.slipway.proof.simulation;

import dev.slipway.model.AccountId;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Task;
import dev.slipway.model.TaskId;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.ChangeLog;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The rows that one step made, changed or removed, in that order.
///
/// @param portsUsed how many ports are reserved after it
record Changes(List<OfTask> tasks, List<OfResource> resources, int portsUsed) {
  /// A task as it was and as it is; one of both may be missing.
  record OfTask(AccountId account, TaskId id, @Nullable Task before, @Nullable Task now) {
    /// The task, if it came to its end in this step.
    Stream<Task> ended() {
      return now != null && now.state().terminal() && (before == null || !before.state().terminal())
          ? Stream.of(now)
          : Stream.empty();
    }
  }

  /// A resource as it was and as it is; one of both may be missing.
  record OfResource(
      AccountId account, Ref ref, @Nullable Resource<?> before, @Nullable Resource<?> now) {
    /// Whether it went or has another status.
    boolean moved() {
      return now == null || (before != null && !before.status().equals(now.status()));
    }
  }

  /// Reads the rows that were written down as changed.
  static Changes read(Set<ChangeLog.Change> written, Rows before, Tx tx) {
    int portsUsed = tx.ports().usedIn(Host.FIRST_PORT, Host.LAST_PORT);
    Changes changes = new Changes(new ArrayList<>(), new ArrayList<>(), portsUsed);
    for (ChangeLog.Change change : written) {
      switch (change) {
        case ChangeLog.OfTask(var account, var id) ->
            changes.add(account, id, before, tx.tasks().find(account, id).orElse(null));
        case ChangeLog.OfResource(var account, var ref) ->
            changes.add(account, ref, before, find(tx, account, ref));
      }
    }
    return changes;
  }

  private static @Nullable Resource<?> find(Tx tx, AccountId account, Ref ref) {
    return switch (ref.kind()) {
      case SUBSCRIPTION -> tx.subscriptions().find(account, ref.id()).orElse(null);
      case DATABASE -> tx.databases().find(account, ref.id()).orElse(null);
      case REDIS_RULE,
          ACL_ROLE,
          ACL_USER,
          CLOUD_ACCOUNT,
          VPC_PEERING,
          PSC_SERVICE,
          PSC_ENDPOINT,
          TRANSIT_GATEWAY,
          TGW_ATTACHMENT,
          PRIVATE_LINK,
          LINK_PRINCIPAL ->
          null;
    };
  }

  private void add(AccountId account, TaskId id, Rows rows, @Nullable Task now) {
    Task before = rows.of(account).tasks().get(id);
    if (!Objects.equals(before, now)) {
      tasks.add(new OfTask(account, id, before, now));
    }
  }

  private void add(AccountId account, Ref ref, Rows rows, @Nullable Resource<?> now) {
    Resource<?> before = rows.of(account).resource(ref);
    if (!Objects.equals(before, now)) {
      resources.add(new OfResource(account, ref, before, now));
    }
  }

  /// Whether no row changed.
  boolean isEmpty() {
    return tasks.isEmpty() && resources.isEmpty();
  }

  /// Whose tasks changed.
  Stream<AccountId> accountsOfTasks() {
    return tasks.stream().map(OfTask::account).distinct();
  }

  /// Whose resources changed.
  Stream<AccountId> accountsOfResources() {
    return resources.stream().map(OfResource::account).distinct();
  }

  /// The tasks that came to their end.
  Stream<Task> ended() {
    return tasks.stream().flatMap(OfTask::ended);
  }
}
