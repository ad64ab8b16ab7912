package dev.slipway.api.http;

import dev.slipway.api.json.Fault;
import io.helidon.http.Status;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The body of every error (api-rules 5.2).
///
/// @param timestamp with milliseconds and offset
/// @param error the reason phrase of the status
/// @param faults what is wrong with the body, field by field; null when that is not the reason
public record ErrorFrame(
    String timestamp,
    int status,
    String error,
    String message,
    String path,
    @Nullable List<Fault> faults) {
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSxxx").withZone(ZoneOffset.UTC);

  /// The frame of a status.
  static ErrorFrame of(Instant now, int status, String message, String path, List<Fault> faults) {
    return new ErrorFrame(
        TIMESTAMP.format(now),
        status,
        status(status).reasonPhrase(),
        message,
        path,
        faults.isEmpty() ? null : faults);
  }

  /// A status with its reason phrase, which Helidon 4.5.0 does not know of all.
  static Status status(int code) {
    return switch (code) {
      case 421 -> Status.create(code, "Misdirected Request");
      case 431 -> Status.create(code, "Request Header Fields Too Large");
      default -> Status.create(code);
    };
  }
}
