package dev.slipway.api.resource;

/// How an HTTP status is spelled in a problem (api-rules 5.1), such as `404 NOT_FOUND`.
final class StatusName {
  private StatusName() {}

  static String of(int status) {
    return status
        + " "
        + switch (status) {
          case 400 -> "BAD_REQUEST";
          case 403 -> "FORBIDDEN";
          case 404 -> "NOT_FOUND";
          case 409 -> "CONFLICT";
          case 429 -> "TOO_MANY_REQUESTS";
          default -> "INTERNAL_SERVER_ERROR";
        };
  }
}
