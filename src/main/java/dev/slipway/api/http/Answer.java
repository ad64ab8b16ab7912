package dev.slipway.api.http;

import io.helidon.http.Header;
import io.helidon.http.HeaderNames;
import io.helidon.http.HeaderValues;
import java.util.ArrayList;
import java.util.List;

/// What a call gets back.
///
/// @param body a record to be written as JSON, a {@link Download} or a {@link Text}
public record Answer(int status, List<Header> headers, Object body) {
  /// That it was done, and nothing else.
  public static final Answer NOTHING = new Answer(204, List.of(), "");

  private static final Header RETRY_SOON = HeaderValues.createCached(HeaderNames.RETRY_AFTER, 1);

  /// Tasks take a few hundredths of a second each.
  private static final long TASKS_A_SECOND = 20;

  private static final long LONGEST_RETRY = 30;

  /// Asks the client to come back when so many tasks are likely to be over, in 1 to 30 seconds.
  public static Header retryBehind(long tasks) {
    long seconds = Math.min(LONGEST_RETRY, 1 + tasks / TASKS_A_SECOND);
    return seconds == 1 ? RETRY_SOON : HeaderValues.create(HeaderNames.RETRY_AFTER, seconds);
  }

  /// A result.
  public static Answer ok(Object body) {
    return new Answer(200, List.of(), body);
  }

  /// What was made at once.
  public static Answer created(Object body) {
    return new Answer(201, List.of(), body);
  }

  /// A file.
  public static Answer file(String name, byte[] bytes) {
    return ok(new Download(name, bytes))
        .with(
            HeaderValues.create(
                HeaderNames.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\""));
  }

  /// A task that was taken on.
  public static Answer accepted(Object body, List<Header> headers) {
    return new Answer(202, headers, body);
  }

  /// The same with one more header.
  public Answer with(Header header) {
    var more = new ArrayList<>(headers);
    more.add(header);
    return new Answer(status, List.copyOf(more), body);
  }
}
