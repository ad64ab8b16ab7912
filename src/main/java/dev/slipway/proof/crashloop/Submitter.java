package dev.slipway.proof.crashloop;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/// One client of an account: it looks, decides, submits, and sometimes waits for the task. A
/// request whose answer it never got is sent again with the same idempotency key, as a careful
/// client does.
final class Submitter {
  private static final int BUSY = 429;

  private final String name;
  private final Tenant tenant;
  private final Ledger ledger;
  private final Random random;
  private final Wishes wishes;
  private int requests;
  private @Nullable Request unanswered;

  /// A request that changes something.
  record Request(String method, String path, String body, String key) {}

  /// @param name unique among all submitters; part of the names that it gives
  Submitter(String name, Tenant tenant, Ledger ledger, Random random) {
    this.name = name;
    this.tenant = tenant;
    this.ledger = ledger;
    this.random = random;
    this.wishes = new Wishes(random);
  }

  /// Sends requests until it is told to stop or the server is gone.
  void work(int port, BooleanSupplier more) {
    try (HttpConnection connection = HttpConnection.open(port, tenant)) {
      if (unanswered != null) {
        submit(connection, unanswered);
      }
      while (more.getAsBoolean()) {
        requests++;
        String fresh = name + "n" + requests;
        submit(connection, wishes.next(connection, fresh));
      }
    } catch (IOException _) {
      // The server was killed: that is what this is about.
      return;
    }
  }

  private void submit(HttpConnection connection, Request request) throws IOException {
    unanswered = request;
    String key = "Idempotency-Key: " + request.key() + "\r\n";
    Reply reply = connection.send(request.method(), request.path(), request.body(), key);
    unanswered = null;
    if (reply.accepted()) {
      ledger.promised(tenant, name, reply.taskId());
      if (random.nextBoolean()) {
        connection.get("/v1/tasks/" + reply.taskId());
      }
    } else if (reply.status() != BUSY && !ledger.excused(reply.status())) {
      ledger.found(
          "%s %s was answered with %d: %s"
              .formatted(request.method(), request.path(), reply.status(), reply.text()));
    }
  }
}
