package dev.slipway.api.http;

import java.util.List;

/// Where to go from an answer (api-rules 1.4).
///
/// @param rel `task`, `self` or `resource`
/// @param type the method to use
/// @param href an absolute address
public record Link(String rel, String type, String href) {
  /// The thing at this path of the same server.
  public static Link to(String rel, Call call, String path) {
    return new Link(rel, "GET", call.origin() + "/v1" + path);
  }

  /// What was asked for, alone.
  public static List<Link> self(Call call) {
    return List.of(to("self", call, call.path()));
  }
}
