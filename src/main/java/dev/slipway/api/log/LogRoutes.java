package dev.slipway.api.log;

import static dev.slipway.api.http.Access.LOGS_READ;
import static dev.slipway.api.http.Parameter.optional;

import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.http.Link;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Parameter;
import dev.slipway.api.resource.Times;
import dev.slipway.model.Event;
import dev.slipway.store.Events.Line;
import dev.slipway.store.Store;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The operations that read logs (api-rules 2.4).
public final class LogRoutes {
  private static final Instant EVER = Instant.parse("9999-12-31T23:59:59Z");
  private static final Parameter OFFSET =
      optional("offset", Integer.class, "how many to pass over");
  private static final Parameter LIMIT = optional("limit", Integer.class, "how many to show");
  private static final Parameter FROM =
      optional("startTime", String.class, "from this time on, such as 2026-01-31T12:00:00Z");
  private static final Parameter TO =
      optional("endTime", String.class, "up to this time, such as 2026-01-31T12:00:00Z");
  private static final Parameter RESOURCE =
      optional("resourceId", Integer.class, "those about this resource alone");

  private static final int PAGE = 100;
  private static final int LARGEST_PAGE = 1_000;

  private final Store store;

  /// From these rows.
  public LogRoutes(Store store) {
    this.store = store;
  }

  /// The operations.
  public List<Operation> operations() {
    return List.of(
        Operation.get("/logs", "getAccountSystemLogs", "Lists what was done in the account")
            .openTo(LOGS_READ)
            .asking(OFFSET, LIMIT, FROM, TO, RESOURCE)
            .shows(Entries.class, this::system),
        Operation.get(
                "/session-logs", "getAccountSessionLogs", "Lists who signed in to the console")
            .asking(OFFSET, LIMIT, FROM, TO)
            .shows(Sessions.class, LogRoutes::sessions));
  }

  record Entry(
      long id,
      Instant time,
      String originator,
      @Nullable String apiKeyName,
      @Nullable String resource,
      @Nullable Integer resourceId,
      String type,
      String description) {
    private static Entry of(Line line) {
      Event event = line.event();
      return new Entry(
          line.number(),
          Times.shown(event.at()),
          event.originator(),
          event.keyName(),
          event.resource(),
          event.resourceId(),
          event.type(),
          event.description());
    }
  }

  record Entries(List<Entry> entries, List<Link> links) {}

  /// One sign-in to a console.
  record Session(
      String id,
      Instant time,
      String user,
      String userAgent,
      String ipAddress,
      String userRole,
      String type,
      String action) {}

  record Sessions(List<Session> entries, List<Link> links) {}

  private Answer system(Call call) {
    int offset = call.number("offset", 0, 0, Integer.MAX_VALUE);
    int limit = call.number("limit", PAGE, 1, LARGEST_PAGE);
    Integer resource =
        call.query().containsKey("resourceId")
            ? call.number("resourceId", 0, 0, Integer.MAX_VALUE)
            : null;
    Instant from = call.time("startTime", Instant.EPOCH);
    Instant to = call.time("endTime", EVER);
    var lines = store.read(tx -> tx.events().of(call.account(), from, to, resource, offset, limit));
    return Answer.ok(new Entries(lines.stream().map(Entry::of).toList(), Link.self(call)));
  }

  /// Nobody signs in to a console here, so there are no sessions to tell of.
  private static Answer sessions(Call call) {
    var _ = call.number("offset", 0, 0, Integer.MAX_VALUE);
    var _ = call.number("limit", PAGE, 1, PAGE);
    var _ = call.time("startTime", Instant.EPOCH);
    var _ = call.time("endTime", EVER);
    return Answer.ok(new Sessions(List.of(), Link.self(call)));
  }
}
