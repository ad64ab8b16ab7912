package dev.slipway.admin;

import dev.slipway.api.http.Door;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.model.Caller;
import dev.slipway.model.Cidr;
import dev.slipway.model.Sha256;
import dev.slipway.store.Store;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The door of the administrator: from this machine alone unless more was allowed, with the token,
/// and not from a page of another server.
///
/// @param sources from where it may be asked
record TokenDoor(Store store, List<Cidr> sources) implements Door {
  private static final String SCHEME = "Bearer ";

  @Override
  public Visit visit(ServerRequest request, InetAddress source) {
    return new TokenVisit(request, source);
  }

  private final class TokenVisit implements Visit {
    private final ServerRequest request;
    private final InetAddress source;

    TokenVisit(ServerRequest request, InetAddress source) {
      this.request = request;
      this.source = source;
    }

    @Override
    public @Nullable Caller admit() {
      requireSource();
      requireToken();
      return null;
    }

    private void requireSource() {
      var address = Cidr.of(source);
      if (sources.stream().noneMatch(block -> block.contains(address))) {
        throw Refusal.of(
            403,
            "The admin side may not be asked from %s; --admin-from allows more."
                .formatted(source.getHostAddress()));
      }
    }

    private void requireToken() {
      Optional<String> token =
          request
              .headers()
              .first(HeaderNames.AUTHORIZATION)
              .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
              .map(value -> Sha256.hex(value.substring(SCHEME.length()).strip()));
      if (token.filter(hash -> store.read(tx -> tx.accounts().isAdminToken(hash))).isEmpty()) {
        throw Refusal.unauthorized(
            "Bearer", "Send the value of SLIPWAY_ADMIN_TOKEN as Authorization: Bearer.");
      }
    }

    /// A browser names the page that makes it write (RFC 6454, 7).
    @Override
    public void allow(Operation operation) {
      String own = (request.isSecure() ? "https://" : "http://") + request.authority();
      boolean foreign =
          request.headers().first(HeaderNames.ORIGIN).filter(o -> !o.equals(own)).isPresent();
      if (foreign && !operation.method().equals("GET")) {
        throw Refusal.of(403, "Pages of another server may not change anything here.");
      }
    }

    @Override
    public List<Header> headers() {
      return List.of();
    }
  }
}
