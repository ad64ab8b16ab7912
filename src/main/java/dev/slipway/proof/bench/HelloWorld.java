package dev.slipway.proof.bench;

import dev.slipway.api.database.UpdateDatabaseBody;
import dev.slipway.api.json.Decoder;
import dev.slipway.api.json.Json;
import io.helidon.webserver.WebServer;
import io.helidon.webserver.http.HttpRouting;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.UUID;

/// The least that Helidon can do, as a program of its own: `greet` answers `GET /` with a greeting,
/// `train` does it once, and `check` reads and checks the body of a PUT as Slipway does and answers
/// 202 with a name for a task, of which it says that it is done.
public final class HelloWorld {
  private static final String DONE = "{\"status\": \"processing-completed\"}";

  private HelloWorld() {}

  /// Serves.
  ///
  /// @param args what to do, and the port, or none for a free one
  public static void main(String[] args) throws IOException {
    HttpRouting.Builder routing =
        HttpRouting.builder().get("/", (_, response) -> response.send("hello"));
    if (args[0].equals("check")) {
      Decoder<UpdateDatabaseBody> decoder = Decoder.of(UpdateDatabaseBody.class);
      routing
          .put("/v1/subscriptions/{id}/databases/{database}", (in, out) -> put(decoder, in, out))
          .get("/v1/tasks/{id}", (_, response) -> response.send(DONE));
    }
    int port = args.length > 1 ? Integer.parseInt(args[1]) : 0;
    WebServer server =
        WebServer.builder()
            .host("127.0.0.1")
            .port(port)
            .connectionOptions(options -> options.tcpNoDelay(true))
            .routing(routing)
            .build()
            .start();
    String url = "http://127.0.0.1:" + server.port() + "/";
    System.out.println(url);
    if (args[0].equals("train")) {
      try (InputStream answer = URI.create(url).toURL().openStream()) {
        answer.readAllBytes();
      }
      server.stop();
    }
  }

  private static void put(
      Decoder<UpdateDatabaseBody> decoder, ServerRequest request, ServerResponse response)
      throws IOException {
    try (InputStream body = request.content().inputStream()) {
      UpdateDatabaseBody wish = decoder.decode(body.readAllBytes());
      var answer =
          Map.of("taskId", UUID.randomUUID().toString(), "name", String.valueOf(wish.name()));
      response.status(202).send(Json.bytes(answer));
    }
  }
}
