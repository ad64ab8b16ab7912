package dev.slipway.api.redirection;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.resource.Diary;
import dev.slipway.api.resource.Rows;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Redirection;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operations on the traffic of databases whose endpoints are led elsewhere: it is blocked, and
/// may go on five minutes later at the earliest (api-rules 4.9).
public final class TrafficRoutes {
  private static final String ONE =
      "/subscriptions/{subscriptionId}/databases/{databaseId}/traffic";

  private final Store store;
  private final InstantSource time;

  /// From these rows.
  public TrafficRoutes(Store store, InstantSource time) {
    this.store = store;
    this.time = time;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get(ONE, "getDatabaseTraffic", "Shows the traffic of a redirected database")
            .played()
            .shows(TrafficView.class, this::show),
        Operation.post(
                ONE + "/resume", "resumeBdbTraffic", "Lets traffic to a redirected database go on")
            .played()
            .does(this::resume));
  }

  /// @param trafficStatus `active` or `blocked`
  /// @param resumeEligibleAt null when nothing is blocked
  record TrafficView(
      int bdbId,
      String trafficStatus,
      boolean canResume,
      boolean resumeInProgress,
      @Nullable String stopReason,
      @Nullable Instant resumeEligibleAt,
      @JsonProperty("x-slipway") RedirectionView.Extension extension) {
    private static TrafficView of(Redirection redirection, Instant now) {
      boolean blocked = redirection.blocks(now);
      return new TrafficView(
          redirection.sourceId(),
          blocked ? "blocked" : "active",
          blocked && !now.isBefore(redirection.resumableAt()),
          false,
          blocked ? "endpoint-redirection" : null,
          blocked ? Times.shown(redirection.resumableAt()) : null,
          new RedirectionView.Extension(true));
    }
  }

  private Answer show(Call call) {
    return store.read(tx -> Answer.ok(TrafficView.of(redirection(tx, call), time.instant())));
  }

  /// What goes on already may be let go on again.
  private void resume(Call call) {
    store.write(
        tx -> {
          Instant now = time.instant();
          Redirection redirection = redirection(tx, call);
          if (redirection.blocks(now) && now.isBefore(redirection.resumableAt())) {
            throw Refusal.of(
                409,
                "Traffic may go on at "
                    + Times.shown(redirection.resumableAt())
                    + ", five minutes after it was blocked.");
          }
          if (redirection.blocks(now)) {
            int database = redirection.sourceId();
            tx.redirections().put(call.account(), redirection.resumed(now));
            Diary.tell(tx, call, database, "Traffic to database " + database + " goes on", now);
          }
          return true;
        });
  }

  /// The latest of which the database is the source.
  private static Redirection redirection(Tx tx, Call call) {
    int id = Rows.database(tx, call, Rows.subscription(tx, call)).id();
    return tx.redirections().of(call.account(), id).stream()
        .filter(redirection -> redirection.sourceId() == id && redirection.reverts() == null)
        .findFirst()
        .orElseThrow(
            () -> Refusal.of(404, "Database " + id + " is not the source of a redirection."));
  }
}
