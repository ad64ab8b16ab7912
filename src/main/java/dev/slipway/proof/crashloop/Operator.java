package dev.slipway.proof.crashloop;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// The one who runs the server: has one database after another fail over, as long as they are
/// replicated and active, and asks also for those that are not.
///
/// @param token opens the admin side
record Operator(List<Tenant> tenants, String token, Ledger ledger) {
  private static final Duration PAUSE = Duration.ofMillis(30);
  private static final Set<Integer> REFUSALS = Set.of(404, 409);

  /// Orders failovers until it is told to stop or the server is gone.
  void work(int port, BooleanSupplier more) {
    try (HttpConnection connection = HttpConnection.open(port, tenants.getFirst())) {
      while (more.getAsBoolean()) {
        for (int database : ledger.endpoints().keySet()) {
          for (Tenant tenant : tenants) {
            order(connection, tenant, database);
          }
        }
        Thread.sleep(PAUSE);
      }
    } catch (IOException _) {
      // The server was killed: that is what this is about.
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void order(HttpConnection connection, Tenant tenant, int database) throws IOException {
    String path = "/_slipway/v1/accounts/%s/databases/%d/failover".formatted(tenant.id(), database);
    Reply reply = connection.send("POST", path, "", "Authorization: Bearer " + token + "\r\n");
    int status = reply.status();
    if (!reply.accepted() && !REFUSALS.contains(status) && !ledger.excused(status)) {
      ledger.found("POST %s was answered with %d".formatted(path, status));
    }
  }
}
