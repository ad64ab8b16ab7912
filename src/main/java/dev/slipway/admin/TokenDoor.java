package dev.slipway.admin;

import dev.slipway.api.http.Door;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Refusal;
import dev.slipway.api.http.Sources;
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
/// @param allowed from where it may be asked
/// @param proxies tells where a request comes from
record TokenDoor(Store store, List<Cidr> allowed, Sources proxies) implements Door {
  private static final String SCHEME = "Bearer ";

  @Override
  public Visit visit(ServerRequest request) {
    return new TokenVisit(request);
  }

  private final class TokenVisit implements Visit {
    private final ServerRequest request;

    TokenVisit(ServerRequest request) {
      this.request = request;
    }

    @Override
    public @Nullable Caller admit(InetAddress source) {
      requireSource(source);
      requireToken();
      return null;
    }

    private void requireSource(InetAddress source) {
      if (proxies.hidden(request)) {
        throw Refusal.of(
            403,
            "The admin side may not be asked through a proxy that --trusted-proxies does not name.");
      }
      var address = Cidr.of(source);
      if (allowed.stream().noneMatch(block -> block.contains(address))) {
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
