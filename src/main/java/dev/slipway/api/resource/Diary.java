package dev.slipway.api.resource;

import dev.slipway.api.http.Call;
import dev.slipway.model.Event;
import dev.slipway.store.Tx;
import java.time.Instant;

/// Writes into an account's system log what a request has done that has no task (api-rules 2.4).
public final class Diary {
  private Diary() {}

  /// In the transaction in which it was done.
  ///
  /// @param databaseId to which one
  /// @param deed one sentence
  public static void tell(Tx tx, Call call, int databaseId, String deed, Instant now) {
    String name =
        tx.databases()
            .find(call.account(), databaseId)
            .map(database -> database.spec().name())
            .orElse(null);
    tx.events()
        .add(
            call.account(),
            new Event(
                now, Event.SYSTEM, call.caller().keyName(), databaseId, name, "Database", deed));
  }
}
