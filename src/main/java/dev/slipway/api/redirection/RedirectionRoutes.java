package dev.slipway.api.redirection;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.Diary;
import dev.slipway.model.Redirection;
import dev.slipway.model.Redirection.Progress;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/// The operations on redirections of endpoints, which are in force at once and have no tasks.
public final class RedirectionRoutes {
  private static final String ALL = "/endpoint-redirections";
  private static final String ONE = ALL + "/{redirectionId}";

  private final Store store;
  private final InstantSource time;
  private final Supplier<UUID> ids;

  /// @param ids names redirections
  public RedirectionRoutes(Store store, InstantSource time, Supplier<UUID> ids) {
    this.store = store;
    this.time = time;
    this.ids = ids;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.post(
                ALL, "createEndpointsRedirection", "Leads the endpoint of a database to another")
            .played()
            .takes(RedirectionBody.class)
            .shows(RedirectionView.class, this::create),
        Operation.get(ONE, "getEndpointsRedirectionStatus", "Shows how far a redirection has come")
            .played()
            .shows(RedirectionView.class, this::one),
        Operation.post(ONE + "/revert", "revertEndpointsRedirection", "Takes a redirection back")
            .played()
            .shows(RedirectionView.class, this::revert));
  }

  private Answer create(Call call, RedirectionBody body) {
    return store.write(
        tx -> {
          Instant now = time.instant();
          var rules = new RedirectionRules(tx, call.account(), now);
          var source = rules.database(body.sourceDatabaseId());
          var target = rules.database(body.targetDatabaseId());
          rules.alike(source, target);
          rules.free(source, target);
          boolean duplicate = Boolean.TRUE.equals(body.duplicateACLs());
          if (duplicate) {
            new DuplicatedRoles(tx, now).duplicate(source, target);
          }
          var started =
              Redirection.start(
                  ids.get(), source.id(), target.id(), body.endpointTargetType(), duplicate, now);
          tx.redirections().put(call.account(), started);
          String deed = "was redirected to " + target.ref() + (duplicate ? ", with its roles" : "");
          tell(tx, call, source.id(), deed, now);
          return Answer.ok(RedirectionView.of(started, now));
        });
  }

  private Answer one(Call call) {
    return store.read(tx -> Answer.ok(RedirectionView.of(redirection(tx, call), time.instant())));
  }

  private Answer revert(Call call) {
    return store.write(
        tx -> {
          Instant now = time.instant();
          Redirection redirection = redirection(tx, call);
          demandRevertible(redirection, now);
          Redirection back = redirection.back(ids.get(), now);
          tx.redirections().put(call.account(), redirection.reverted(back.completedAt()));
          tx.redirections().put(call.account(), back);
          tell(tx, call, redirection.sourceId(), "is redirected no more", now);
          return Answer.ok(RedirectionView.of(back, now));
        });
  }

  private static void tell(Tx tx, Call call, int databaseId, String deed, Instant now) {
    Diary.tell(tx, call, databaseId, "Database %d %s".formatted(databaseId, deed), now);
  }

  private static void demandRevertible(Redirection redirection, Instant now) {
    if (redirection.reverts() != null) {
      throw Refusal.of(409, "This redirection takes another one back, and cannot be taken back.");
    }
    if (redirection.at(now) != Progress.COMPLETED || redirection.revertedAt() != null) {
      throw Refusal.of(
          409, "Only a redirection that is completed can be taken back, and only once.");
    }
    if (now.isAfter(redirection.revertibleUntil())) {
      throw Refusal.of(
          409, "It was completed more than 24 hours ago; redirect in the other direction instead.");
    }
  }

  private static Redirection redirection(Tx tx, Call call) {
    return id(call.parameter("redirectionId"))
        .flatMap(id -> tx.redirections().find(call.account(), id))
        .orElseThrow(() -> Refusal.of(404, "There is no such redirection in this account."));
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }
}
