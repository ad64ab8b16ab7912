package dev.slipway.platform.process;

import dev.slipway.model.Facts;
import dev.slipway.model.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What a Redis says of itself over its control socket.
///
/// @param listener where it takes connections
/// @param loading whether it is still reading its data
/// @param rewriting whether it is writing a new append-only file
/// @param link how it follows another; null when it follows none
/// @param misery why it serves nobody, PING included, until it can write its data again; empty when
///   it can
record Report(
    long pid,
    Listener listener,
    boolean loading,
    boolean rewriting,
    @Nullable Link link,
    String misery,
    Settings settings,
    Facts facts) {
  /// The commands whose answers make a report. To describe its users is most of the work that they
  /// make: it is asked for once.
  static final List<List<String>> QUESTIONS =
      List.of(
          List.of("INFO", "server", "memory", "persistence", "replication"),
          List.of(
              "CONFIG",
              "GET",
              "maxmemory",
              "maxmemory-policy",
              "appendonly",
              "appendfsync",
              "save",
              "port",
              "tls-port",
              "tls-cert-file",
              "tls-key-file",
              "tls-ca-cert-file",
              "tls-auth-clients",
              "tls-replication"),
          List.of("PING"),
          List.of("ACL", "LIST"));

  /// Reads the answers.
  ///
  /// @param last what was last said of its users
  static Report of(List<Reply> answers, LastAdmission last) throws IOException {
    List<String> listed = texts(answers.get(3));
    boolean untouched = last.seal().equals(LastAdmission.seal(listed));
    String users = untouched ? last.users() : "";
    Map<String, String> info = info(answers.get(0).text());
    Map<String, String> config = config(answers.get(1).items());
    Listener listener = Listener.of(config);
    return new Report(
        Long.parseLong(value(info, "process_id")),
        listener,
        !value(info, "loading").equals("0"),
        value(info, "aof_rewrite_in_progress").equals("1")
            || value(info, "aof_rewrite_scheduled").equals("1"),
        Link.of(info),
        misery(answers.get(2)),
        new Settings(
            Long.parseLong(value(config, "maxmemory")),
            value(config, "maxmemory-policy"),
            value(config, "appendonly").equals("yes"),
            value(config, "appendfsync"),
            value(config, "save"),
            Users.loginHash(listed),
            users,
            listener.endpoint()),
        new Facts(
            engine(info),
            usedMemory(info),
            value(info, "run_id"),
            new Facts.Admitted(users, untouched ? last.refused() : Map.of())));
  }

  /// The lines of an INFO answer.
  static Map<String, String> info(String text) {
    return text.lines()
        .map(line -> line.split(":", 2))
        .filter(pair -> pair.length == 2)
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first));
  }

  /// Bytes: keys, indexes of modules and buffers (api-rules 4.4).
  static long usedMemory(Map<String, String> info) throws IOException {
    return Long.parseLong(value(info, "used_memory"));
  }

  /// The texts in a list.
  static List<String> texts(Reply list) throws IOException {
    List<String> texts = new ArrayList<>();
    for (Reply item : list.items()) {
      texts.add(item.text());
    }
    return texts;
  }

  private static String misery(Reply pong) {
    return pong instanceof Reply.Refusal(String words) && words.startsWith("MISCONF") ? words : "";
  }

  /// What runs, such as `redis 7.0.15`.
  static String engine(Map<String, String> info) {
    String valkey = info.get("valkey_version");
    return valkey != null ? "valkey " + valkey : "redis " + info.getOrDefault("redis_version", "?");
  }

  private static Map<String, String> config(List<Reply> pairs) throws IOException {
    var config = new java.util.HashMap<String, String>();
    for (int i = 0; i + 1 < pairs.size(); i += 2) {
      config.put(pairs.get(i).text(), pairs.get(i + 1).text());
    }
    return config;
  }

  /// What it says of this.
  ///
  /// @throws IOException when it says nothing
  static String value(Map<String, String> values, String name) throws IOException {
    String value = values.get(name);
    if (value == null) {
      throw new IOException("Redis does not say its " + name);
    }
    return value;
  }
}
