package dev.slipway.api.http;

import dev.slipway.api.json.Fault;
import dev.slipway.model.ProblemType;
import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.time.Duration;
import java.util.Collection;
import java.util.List;

/// The call ends here with this status; the message is for a person and goes out as it is.
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;
  private final String sentence;
  private final transient List<Header> headers;
  private final transient List<Fault> faults;

  private Refusal(int status, String message, List<Header> headers, List<Fault> faults) {
    super(message, null, false, false);
    this.sentence = message;
    this.status = status;
    this.headers = headers;
    this.faults = faults;
  }

  /// With this status and sentence.
  public static Refusal of(int status, String message) {
    return new Refusal(status, message, List.of(), List.of());
  }

  /// With the status of a type of the API, which opens the sentence.
  public static Refusal of(ProblemType type, String message) {
    return of(type.status(), type + ": " + message);
  }

  /// 401, with what opens the door instead (RFC 9110, 11.6.1).
  public static Refusal unauthorized(String challenge, String message) {
    return new Refusal(
        401,
        message,
        List.of(HeaderValues.create(HeaderNames.WWW_AUTHENTICATE, challenge)),
        List.of());
  }

  /// 400, with every fault of a body.
  static Refusal badBody(String message, List<Fault> faults) {
    return new Refusal(400, message, List.of(), faults);
  }

  /// 405, with what is allowed instead.
  static Refusal methodNotAllowed(Collection<String> allowed) {
    String list = String.join(", ", allowed);
    return new Refusal(
        405,
        "This path answers " + list + " only.",
        List.of(HeaderValues.create(HeaderNames.ALLOW, list)),
        List.of());
  }

  /// With this status, after which the connection is of no use to anybody.
  static Refusal closing(int status, String message) {
    return new Refusal(status, message, List.of(HeaderValues.CONNECTION_CLOSE), List.of());
  }

  /// A status that passes by itself, with the time after which another try makes sense.
  public static Refusal later(int status, String message, Duration wait) {
    return new Refusal(
        status,
        message,
        List.of(HeaderValues.create(HeaderNames.RETRY_AFTER, seconds(wait))),
        List.of());
  }

  /// A time as headers tell it: whole seconds, and never none.
  static long seconds(Duration wait) {
    return Math.max(1, wait.plusMillis(999).toSeconds());
  }

  /// The HTTP status.
  public int status() {
    return status;
  }

  /// What a person reads.
  public String sentence() {
    return sentence;
  }

  /// Headers that go with the status.
  List<Header> headers() {
    return headers;
  }

  /// The faults of the body, if that was it.
  List<Fault> faults() {
    return faults;
  }
}
