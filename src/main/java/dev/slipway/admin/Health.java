package dev.slipway.admin;

import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import io.helidon.http.Method;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// `/_slipway/health`: `live` answers as long as the process can, `ready` answers 503 with a reason
/// until the start is done. Neither wants a key: they are for process supervisors.
public final class Health implements HttpService {
  /// Where the service is registered.
  public static final String PATH = "/_slipway/health";

  private static final JsonMapper JSON = JsonMapper.shared();

  private final Readiness readiness;

  /// Of a server with this readiness.
  public Health(Readiness readiness) {
    this.readiness = readiness;
  }

  /// What is answered.
  record State(String status, String reason) {}

  @Override
  public void routing(HttpRules rules) {
    rules
        .get("/live", this::live)
        .head("/live", this::live)
        .get("/ready", this::ready)
        .head("/ready", this::ready);
  }

  private void live(ServerRequest request, ServerResponse response) {
    send(request, response, 200, new State("live", ""));
  }

  private void ready(ServerRequest request, ServerResponse response) {
    Optional<String> obstacle = readiness.obstacle();
    if (obstacle.isPresent()) {
      response.header(HeaderValues.create(HeaderNames.RETRY_AFTER, 1));
    }
    send(
        request,
        response,
        obstacle.isEmpty() ? 200 : 503,
        new State(obstacle.isEmpty() ? "ready" : "starting", obstacle.orElse("")));
  }

  /// To HEAD without the body (RFC 9110, 9.3.2), which Helidon leaves to us.
  private static void send(
      ServerRequest request, ServerResponse response, int status, State state) {
    byte[] body = JSON.writeValueAsString(state).getBytes(StandardCharsets.UTF_8);
    response
        .status(status)
        .header(HeaderNames.CONTENT_TYPE, "application/json")
        .header(HeaderValues.create(HeaderNames.CONTENT_LENGTH, body.length))
        .send(request.prologue().method().equals(Method.HEAD) ? new byte[0] : body);
  }
}
