package dev.slipway.api.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that this server goes by. A request for any other name was led here by somebody's DNS,
/// and a web page behind it must not reach any path of this server (421).
final class Hosts implements Filter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");
  private static final Set<String> ANY_ADDRESS = Set.of("0.0.0.0", canonical("::"));

  private final Set<String> names;
  private final boolean everywhere;
  private final Responses responses;

  /// @param configured names and addresses besides the loopback ones
  Hosts(Set<String> configured, Responses responses) {
    this.responses = responses;
    names =
        Stream.concat(LOOPBACK.stream(), configured.stream())
            .map(Hosts::canonical)
            .collect(Collectors.toUnmodifiableSet());
    everywhere = ANY_ADDRESS.stream().anyMatch(names::contains);
  }

  /// Lets a request through that names one of them; the port does not matter.
  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    List<String> authorities = request.headers().all(HeaderNames.HOST, List::of);
    if (authorities.size() != 1) {
      responses.refuse(request, response, Refusal.of(400, "Send one Host header."));
    } else if (!ours(request).containsAll(named(authorities.getFirst(), request))) {
      responses.refuse(
          request,
          response,
          Refusal.of(
              421,
              "This server does not go by the name of the host in this request; --advertise-host adds one."));
    } else {
      chain.proceed();
    }
  }

  /// Where the server listens everywhere, the address that was reached is one of its names: DNS
  /// leads to a name and cannot make a page say an address.
  private Set<String> ours(RoutingRequest request) {
    if (!everywhere) {
      return names;
    }
    var reached = (InetSocketAddress) request.localPeer().address();
    return Stream.concat(names.stream(), Stream.of(reached.getAddress().getHostAddress()))
        .collect(Collectors.toSet());
  }

  /// In the Host header, and in the target if that names one as well.
  private static List<String> named(String host, RoutingRequest request) {
    String target = request.prologue().uriPath().rawPath();
    return Stream.concat(
            Stream.of(host), AbsoluteForm.of(target).map(AbsoluteForm::authority).stream())
        .map(authority -> canonical(name(authority)))
        .toList();
  }

  /// An address has many spellings, and brackets where a port may follow.
  private static String canonical(String name) {
    boolean bracketed = name.startsWith("[") && name.endsWith("]");
    String bare = bracketed ? name.substring(1, name.length() - 1) : name;
    try {
      return InetAddress.ofLiteral(bare).getHostAddress();
    } catch (IllegalArgumentException _) {
      return bare.toLowerCase(Locale.ROOT);
    }
  }

  private static String name(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }
}
