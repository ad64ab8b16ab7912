package dev.slipway.cli;

import dev.slipway.model.Secret;
import java.util.List;
import java.util.stream.Stream;

/// What a client needs to be let in, under every name that a known client reads (client-contract
/// 1.1).
///
/// @param url the base of the API; ends in `/v1`
/// @param accountKey what goes into `x-api-key`
/// @param userKey what goes into `x-api-secret-key`
/// @param adminToken what opens `/_slipway`
public record Credentials(String url, Secret accountKey, Secret userKey, Secret adminToken) {
  /// The first of the names that the base URL has.
  static final String URL = "REDISCLOUD_URL";

  private static final List<String> URL_NAMES =
      List.of(URL, "REDIS_CLOUD_API_URL", "REDIS_CLOUD_BASE_URL");
  private static final List<String> ACCOUNT_KEY_NAMES =
      List.of("REDISCLOUD_ACCESS_KEY", "REDIS_CLOUD_API_KEY", "REDIS_CLOUD_ACCOUNT_KEY");
  private static final List<String> USER_KEY_NAMES =
      List.of(
          "REDISCLOUD_SECRET_KEY",
          "REDIS_CLOUD_SECRET_KEY",
          "REDIS_CLOUD_API_SECRET",
          "REDIS_CLOUD_USER_KEY");
  private static final String ADMIN_NAME = "SLIPWAY_ADMIN_TOKEN";

  /// Plain `NAME=value` lines without quotes, in clear: for the credentials file alone.
  List<String> lines() {
    return Stream.of(
            lines(URL_NAMES, url),
            lines(ACCOUNT_KEY_NAMES, accountKey.clear()),
            lines(USER_KEY_NAMES, userKey.clear()),
            lines(List.of(ADMIN_NAME), adminToken.clear()))
        .flatMap(lines -> lines)
        .toList();
  }

  /// The same lines with another base URL.
  static List<String> moved(List<String> lines, String url) {
    return lines.stream().map(line -> moved(line, url)).toList();
  }

  private static String moved(String line, String url) {
    String name = line.split("=", 2)[0];
    return URL_NAMES.contains(name) ? name + "=" + url : line;
  }

  private static Stream<String> lines(List<String> names, String value) {
    return names.stream().map(name -> name + "=" + value);
  }
}
