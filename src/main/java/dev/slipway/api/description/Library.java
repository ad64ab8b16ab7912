package dev.slipway.api.description;

import dev.slipway.api.http.Operation;
import dev.slipway.api.json.Json;
import io.helidon.http.HeaderNames;
import io.helidon.http.Method;
import io.helidon.http.NotFoundException;
import io.helidon.webserver.http.HttpRules;
import io.helidon.webserver.http.HttpService;
import io.helidon.webserver.http.ServerRequest;
import io.helidon.webserver.http.ServerResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// `/v1/openapi.json` and the page that shows it, Swagger UI. Neither wants a key: they say what
/// may be asked, not what is there.
///
/// The document is made when it is first asked for, as a start has no time to look at every record.
public final class Library implements HttpService {
  private static final String UI = "/META-INF/resources/webjars/swagger-ui/5.34.1/";
  private static final String OURS = "/dev/slipway/api/description/";

  /// Only what the page loads; scripts and styles of nobody else run in it.
  private static final String POLICY =
      "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";

  private static final Map<String, String> FILES =
      Map.of(
          "swagger-ui.html", OURS + "swagger-ui.html",
          "swagger-ui/start.js", OURS + "start.js",
          "swagger-ui/swagger-ui.css", UI + "swagger-ui.css",
          "swagger-ui/swagger-ui-bundle.js", UI + "swagger-ui-bundle.js",
          "swagger-ui/favicon-32x32.png", UI + "favicon-32x32.png");

  private final Supplier<List<Operation>> operations;
  private final String version;
  private volatile byte @Nullable [] document;

  /// @param operations of the API
  /// @param version of this program
  public Library(Supplier<List<Operation>> operations, String version) {
    this.operations = operations;
    this.version = version;
  }

  @Override
  public void routing(HttpRules rules) {
    for (String root : List.of("/v1/", "/")) {
      rules.get(root + "openapi.json", this::document).head(root + "openapi.json", this::document);
      FILES.forEach((path, resource) -> rules.get(root + path, (_, out) -> file(resource, out)));
    }
  }

  private void document(ServerRequest request, ServerResponse response) {
    byte[] made = document;
    if (made == null) {
      made = Json.bytes(Document.of(operations.get(), version));
      document = made;
    }
    boolean head = request.prologue().method().equals(Method.HEAD);
    response.header(HeaderNames.CONTENT_TYPE, "application/json");
    response.send(head ? new byte[0] : made);
  }

  private static void file(String resource, ServerResponse response) {
    try (InputStream in = Library.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new NotFoundException("There is no " + resource + " in this build.");
      }
      byte[] bytes = in.readAllBytes();
      response
          .header(HeaderNames.CONTENT_TYPE, type(resource))
          .header(HeaderNames.create("Content-Security-Policy"), POLICY)
          .header(HeaderNames.create("X-Content-Type-Options"), "nosniff")
          .send(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String resource) {
    return switch (resource.substring(resource.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      default -> "image/png";
    };
  }
}
