package dev.slipway.api.http;

import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.Filter;
import io.helidon.webserver.http.FilterChain;
import io.helidon.webserver.http.RoutingRequest;
import io.helidon.webserver.http.RoutingResponse;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The names that this server goes by. A request for any other name was led here by somebody's DNS,
/// and a web page behind it must not reach any path of this server (421).
final class Hosts implements Filter {
  private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private final Set<String> names;
  private final Responses responses;

  /// @param configured names and addresses besides the loopback ones
  Hosts(Set<String> configured, Responses responses) {
    this.responses = responses;
    names =
        Stream.concat(LOOPBACK.stream(), configured.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());
  }

  /// Lets a request through that names one of them; the port does not matter.
  @Override
  public void filter(FilterChain chain, RoutingRequest request, RoutingResponse response) {
    List<String> authorities = request.headers().all(HeaderNames.HOST, List::of);
    if (authorities.size() != 1) {
      responses.refuse(request, response, Refusal.of(400, "Send one Host header."));
    } else if (!names.containsAll(named(authorities.getFirst(), request))) {
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

  /// In the Host header, and in the target if that names one as well.
  private static List<String> named(String host, RoutingRequest request) {
    String target = request.prologue().uriPath().rawPath();
    return Stream.concat(
            Stream.of(host), AbsoluteForm.of(target).map(AbsoluteForm::authority).stream())
        .map(authority -> name(authority).toLowerCase(Locale.ROOT))
        .toList();
  }

  private static String name(String authority) {
    int colon = authority.lastIndexOf(':');
    return colon > authority.lastIndexOf(']') ? authority.substring(0, colon) : authority;
  }
}
