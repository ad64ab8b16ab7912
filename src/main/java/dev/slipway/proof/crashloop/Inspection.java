package dev.slipway.proof.crashloop;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import dev.slipway.store.Store;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/// Waits until everything has come to rest, then compares all there is with the ledger.
record Inspection(PreparedFolder folder, List<Tenant> tenants, Ledger ledger, Machine machine) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration PAUSE = Duration.ofMillis(20);

  /// Looks at the program on this port, on which nobody works now.
  void look(int port) throws IOException, InterruptedException {
    try (Store store = folder.open(false)) {
      awaitRest(store);
      Rows rows = Rows.of(store, tenants);
      rows.tasks().forEach(new TaskCheck(ledger)::check);
      new ResourceCheck(ledger, rows).check();
      new WorldCheck(ledger, machine).check(rows.databases());
    }
    readPromises(port);
  }

  private void awaitRest(Store store) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    List<String> moving = Rows.unsettled(store, tenants);
    while (!moving.isEmpty() && System.nanoTime() < end) {
      Thread.sleep(PAUSE);
      moving = Rows.unsettled(store, tenants);
    }
    moving.forEach(what -> ledger.found("after " + PATIENCE + " this still moves: " + what));
  }

  private void readPromises(int port) throws IOException {
    List<Ledger.Promise> unread = ledger.takeUnread();
    for (Tenant tenant : tenants) {
      try (HttpConnection connection = HttpConnection.open(port, tenant)) {
        for (Ledger.Promise promise : unread) {
          if (promise.account().equals(tenant.id())) {
            read(connection, promise);
          }
        }
      }
    }
  }

  private void read(HttpConnection connection, Ledger.Promise promise) throws IOException {
    Reply reply = connection.get("/v1/tasks/" + promise.task());
    boolean ended =
        reply.state().equals("processing-completed") || reply.state().equals("processing-error");
    if (reply.status() != 200 || !ended) {
      ledger.found(
          "task %s reads as %d %s".formatted(promise.task(), reply.status(), reply.text()));
    }
  }
}
