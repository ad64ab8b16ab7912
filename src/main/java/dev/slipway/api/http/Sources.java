package dev.slipway.api.http;

import dev.slipway.model.Cidr;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Arrays;
import java.util.List;

/// Finds out where a request comes from. A proxy adds the address that it was asked from to
/// `X-Forwarded-For`, which anybody could write: it counts as far as trusted proxies wrote it.
///
/// @param trusted addresses of proxies
public record Sources(List<Cidr> trusted) {
  private static final HeaderName FORWARDED_FOR = HeaderNames.create("X-Forwarded-For");
  private static final HeaderName FORWARDED_PROTO = HeaderNames.create("X-Forwarded-Proto");
  private static final HeaderName FORWARDED = HeaderNames.create("Forwarded");

  /// The address of the client, or of the first machine on the way from here that is not trusted.
  ///
  /// @throws Refusal 400 when a trusted proxy names no address
  public InetAddress of(ServerRequest request) {
    InetAddress source = peer(request);
    List<String> way = way(request);
    for (int i = way.size() - 1; i >= 0 && trusts(source); i--) {
      source = address(way.get(i));
    }
    return source;
  }

  /// Whether a proxy that is not trusted may stand between: its own address says nothing of the
  /// client.
  public boolean hidden(ServerRequest request) {
    boolean forwarded =
        request.headers().contains(FORWARDED_FOR) || request.headers().contains(FORWARDED);
    return forwarded && !trusts(peer(request));
  }

  /// The scheme that links in an answer need: a trusted proxy may speak TLS to the client and plain
  /// HTTP to us.
  public String scheme(ServerRequest request) {
    boolean outside =
        trusts(peer(request))
            && request
                .headers()
                .first(FORWARDED_PROTO)
                .filter("https"::equalsIgnoreCase)
                .isPresent();
    return outside || request.isSecure() ? "https" : "http";
  }

  private boolean trusts(InetAddress address) {
    Cidr one = Cidr.of(address);
    return trusted.stream().anyMatch(block -> block.contains(one));
  }

  private static InetAddress peer(ServerRequest request) {
    return ((InetSocketAddress) request.remotePeer().address()).getAddress();
  }

  /// The nearest last, over all headers of this name.
  private static List<String> way(ServerRequest request) {
    return request.headers().all(FORWARDED_FOR, List::of).stream()
        .flatMap(value -> Arrays.stream(value.split(",", -1)))
        .map(String::strip)
        .toList();
  }

  /// Some proxies write the port too.
  private static InetAddress address(String text) {
    int colon = text.indexOf(':');
    boolean port = colon >= 0 && colon == text.lastIndexOf(':');
    String bare =
        text.startsWith("[")
            ? text.substring(1, Math.max(1, text.indexOf(']')))
            : port ? text.substring(0, colon) : text;
    try {
      return InetAddress.ofLiteral(bare);
    } catch (IllegalArgumentException _) {
      throw Refusal.of(
          400, "X-Forwarded-For holds an entry of a trusted proxy that is no address.");
    }
  }
}
