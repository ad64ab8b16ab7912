package dev.slipway.platform.process;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Talks to databases over the sockets in their folders, as the user `slipway`.
final class Control {
  private final SocketPaths sockets;
  private final ControlKey key;
  private final Deadlines deadlines;

  Control(SocketPaths sockets, ControlKey key, Deadlines deadlines) {
    this.sockets = sockets;
    this.key = key;
    this.deadlines = deadlines;
  }

  /// A connection that may do anything.
  ///
  /// @throws UnknownKey when this Redis does not know us
  /// @throws IOException when there is none, or it does not answer in time
  RedisConnection connect(DatabaseFolder folder) throws IOException {
    RedisConnection connection = RedisConnection.open(sockets.of(folder), deadlines);
    try {
      connection.call("AUTH", Users.CONTROL, key.password(folder.id())).text();
      return connection;
    } catch (RedisRefusal e) {
      connection.close();
      throw e.words().startsWith("WRONGPASS") ? new UnknownKey() : e;
    } catch (IOException e) {
      connection.close();
      throw e;
    }
  }

  /// The Redis there was set up with another secret than ours.
  static final class UnknownKey extends IOException {
    private static final long serialVersionUID = 1;

    UnknownKey() {
      super("the Redis there was started with another control key");
    }
  }

  /// Asks a database how it is.
  Report ask(DatabaseFolder folder) throws IOException {
    try (RedisConnection connection = connect(folder)) {
      return Report.of(connection.exchange(Report.QUESTIONS), LastAdmission.in(folder));
    }
  }

  /// Who answers.
  ///
  /// @param runId Redis's own name of this run
  record Identity(long pid, String runId) {}

  /// Asks a Redis who it is, which is little work for it.
  Identity identify(DatabaseFolder folder) throws IOException {
    var info = info(folder, "server");
    return new Identity(
        Long.parseLong(Report.value(info, "process_id")), Report.value(info, "run_id"));
  }

  /// Asks a Redis whom it follows; null when nobody.
  @Nullable Link link(DatabaseFolder folder) throws IOException {
    return Link.of(info(folder, "replication"));
  }

  private Map<String, String> info(DatabaseFolder folder, String section) throws IOException {
    try (RedisConnection connection = connect(folder)) {
      return Report.info(connection.call("INFO", section).text());
    }
  }

  /// How many bytes of memory it uses.
  long usedMemory(DatabaseFolder folder) throws IOException {
    return Report.usedMemory(info(folder, "memory"));
  }

  /// Has a running database changed, all at once.
  void change(DatabaseFolder folder, List<List<String>> commands) throws IOException {
    try (RedisConnection connection = connect(folder)) {
      for (Reply reply : connection.exchange(commands)) {
        reply.text();
      }
    }
  }
}
