package dev.slipway.platform.process;

import dev.slipway.model.SlowLog;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads the slow log of a running Redis. What Slipway itself asked over the control socket is left
/// out: it is nothing that a user did, and some of it is about passwords.
final class SlowCommands {
  /// As many as Redis keeps unless it is told otherwise.
  private static final String MOST = "128";

  /// How the address of a client ends that has not come over TCP.
  private static final String NO_PORT = ":0";

  private static final int ID = 0;
  private static final int STARTED_AT = 1;
  private static final int MICROSECONDS = 2;
  private static final int WORDS = 3;
  private static final int CLIENT = 4;

  private SlowCommands() {}

  /// The latest, the newest first.
  ///
  /// @throws IOException when there is no answer in time
  static List<SlowLog.Entry> of(DatabaseFolder folder, Control control) throws IOException {
    try (RedisConnection connection = control.connect(folder)) {
      List<SlowLog.Entry> entries = new ArrayList<>();
      for (Reply entry : connection.call("SLOWLOG", "GET", MOST).items()) {
        entry(entry.items()).forEach(entries::add);
      }
      return entries;
    }
  }

  /// None when it came over the socket in the folder.
  private static Stream<SlowLog.Entry> entry(List<Reply> fields) throws IOException {
    if (fields.get(CLIENT).text().endsWith(NO_PORT)) {
      return Stream.empty();
    }
    List<String> words = new ArrayList<>();
    for (Reply word : fields.get(WORDS).items()) {
      words.add(word.text());
    }
    return Stream.of(
        new SlowLog.Entry(
            number(fields.get(ID)),
            Instant.ofEpochSecond(number(fields.get(STARTED_AT))),
            Duration.ofNanos(Math.multiplyExact(1_000, number(fields.get(MICROSECONDS)))),
            String.join(" ", words)));
  }

  private static long number(Reply reply) throws RedisRefusal {
    return Long.parseLong(reply.text());
  }
}
