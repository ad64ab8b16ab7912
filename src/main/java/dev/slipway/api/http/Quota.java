package dev.slipway.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;
import java.util.List;

/// What a key may still do, told in the header of the cloud (client-contract 1.4) and in those of
/// draft-ietf-httpapi-ratelimit-headers-10.
///
/// @param perMinute calls that may be made in a minute
/// @param left how many of them may be made now
/// @param more when there will be more than that
record Quota(long perMinute, long left, Duration more) {
  private static final HeaderName REMAINING = HeaderNames.create("X-Rate-Limit-Remaining");
  private static final HeaderName POLICY = HeaderNames.create("RateLimit-Policy");
  private static final HeaderName LIMIT = HeaderNames.create("RateLimit");
  private static final String NAME = "\"account-key\"";
  private static final long MINUTE = 60;

  /// Before a call is counted.
  static Quota whole(long perMinute) {
    return new Quota(perMinute, perMinute, Duration.ofMinutes(1).dividedBy(perMinute));
  }

  /// The same with fewer calls left, of which there is another whenever its share of the minute has
  /// passed.
  Quota with(long fewer) {
    return new Quota(perMinute, fewer, more);
  }

  /// Nothing is left.
  Quota usedUp(Duration wait) {
    return new Quota(perMinute, 0, wait);
  }

  List<Header> headers() {
    return List.of(
        HeaderValues.create(REMAINING, left),
        HeaderValues.create(POLICY, NAME + ";q=" + perMinute + ";w=" + MINUTE),
        HeaderValues.create(LIMIT, NAME + ";r=" + left + ";t=" + Refusal.seconds(more)));
  }
}
