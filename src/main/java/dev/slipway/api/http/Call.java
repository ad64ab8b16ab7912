package dev.slipway.api.http;

import dev.slipway.model.AccountId;
import dev.slipway.model.Caller;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A request that the door has let in.
///
/// @param admitted whose keys it bears; null on the administrator's side, which asks for a token
/// @param method of the operation, so that HEAD is GET here
/// @param path in its plain form, without query
/// @param origin scheme and authority that the client used, such as `http://127.0.0.1:7447`
/// @param source the address that the request came from
/// @param parameters of the path
/// @param query first value of each parameter
/// @param header reads a request header by its lower-case name
/// @param body as sent; empty when there was none; calls are never compared
@SuppressWarnings("ArrayRecordComponent")
public record Call(
    @Nullable Caller admitted,
    String method,
    String path,
    String origin,
    String source,
    Map<String, String> parameters,
    Map<String, String> query,
    Function<String, Optional<String>> header,
    byte[] body) {
  private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,9}");

  /// Whose keys it bears.
  public Caller caller() {
    if (admitted == null) {
      throw new IllegalStateException("this call speaks for no account");
    }
    return admitted;
  }

  /// The account that the call speaks for.
  public AccountId account() {
    return caller().account().id();
  }

  /// A text from the path.
  public String parameter(String name) {
    String value = parameters.get(name);
    if (value == null) {
      throw new IllegalArgumentException("the route has no parameter " + name);
    }
    return value;
  }

  /// An id from the path.
  ///
  /// @throws Refusal 400 when it is not a whole number of 31 bits
  public int number(String name) {
    return whole(name, parameter(name));
  }

  /// A number from the query.
  ///
  /// @throws Refusal 400 when it is not a whole number within these bounds
  public int number(String name, int absent, int least, int most) {
    String text = query.get(name);
    int value = text == null || text.isEmpty() ? absent : whole(name, text);
    if (value < least || value > most) {
      throw Refusal.of(400, name + " must lie between " + least + " and " + most + ".");
    }
    return value;
  }

  /// A time from the query.
  ///
  /// @throws Refusal 400 when it is not one with date, time and offset
  public Instant time(String name, Instant absent) {
    String text = query.getOrDefault(name, "");
    try {
      return text.isEmpty() ? absent : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException _) {
      throw Refusal.of(400, name + " must be a time such as 2026-01-31T12:00:00Z.");
    }
  }

  /// One number has one spelling, so that one resource has one path.
  private static int whole(String name, String text) {
    if (WHOLE.matcher(text).matches()) {
      long value = Long.parseLong(text);
      if (value <= Integer.MAX_VALUE) {
        return (int) value;
      }
    }
    throw Refusal.of(
        400,
        "%s must be a whole number up to %d, in digits without leading zeros."
            .formatted(name, Integer.MAX_VALUE));
  }
}
