package dev.slipway.api.http;

/// One thing that the API can do.
///
/// @param method `GET`, `POST`, `PUT` or `DELETE`
/// @param path below `/v1`, with parameters in braces, such as `/tasks/{taskId}`
/// @param id the name that the published description of the API gives it
/// @param access which roles may
public record Operation(String method, String path, String id, Access access, Action action) {
  /// A read that owners and viewers may do.
  public static Operation get(String path, String id, Action action) {
    return new Operation("GET", path, id, Access.READ, action);
  }

  /// The same for those of these roles.
  public Operation openTo(Access wider) {
    return new Operation(method, path, id, wider, action);
  }
}
