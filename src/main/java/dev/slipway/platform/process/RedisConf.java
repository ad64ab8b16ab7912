package dev.slipway.platform.process;

import dev.slipway.model.Settings;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The configuration that a Redis is started with. All names in it are relative to the database's
/// folder: the folders above may be closed to the user that it runs as.
///
/// @param listener where it takes connections
/// @param bind what to listen on: one or more addresses
/// @param daemonize whether Redis must leave our session by itself
record RedisConf(Listener listener, String bind, Settings settings, boolean daemonize) {
  static final String SOCKET = "redis.sock";
  static final String LOG = "redis.log";
  static final String ACL = "users.acl";

  /// The text of the configuration.
  String text() {
    List<String> lines =
        new ArrayList<>(
            List.of(
                line("bind", (Object[]) bind.split(" ")),
                line("protected-mode", "no"),
                line("daemonize", daemonize ? "yes" : "no"),
                line("dir", "./"),
                line("logfile", LOG),
                line("aclfile", ACL),
                line("unixsocket", SOCKET),
                line("unixsocketperm", 700),
                line("hz", 10),
                line("dynamic-hz", "yes"),
                line("repl-diskless-sync", "yes"),
                line("repl-diskless-sync-delay", 0),
                line("repl-diskless-load", "on-empty-db"),
                // 200 above ours: the kernel then takes a Redis when memory ends, not Slipway.
                line("oom-score-adj-values", 200, 400, 800),
                line("oom-score-adj", "yes")));
    if (listener.usesTls()) {
      listener.settings().forEach(setting -> lines.add(setting.line()));
    } else {
      // An engine that was built without TLS knows no word about it.
      lines.add(line("port", listener.port()));
    }
    own().forEach(setting -> lines.add(setting.line()));
    return String.join("\n", lines) + "\n";
  }

  /// The settings that a running Redis can be changed in.
  List<Setting> live() {
    return Stream.concat(listener.settings().stream(), own().stream()).toList();
  }

  private List<Setting> own() {
    return List.of(
        new Setting("maxmemory", Long.toString(settings.maxMemory())),
        new Setting("maxmemory-policy", settings.eviction()),
        new Setting("appendfsync", settings.appendFsync()),
        new Setting("appendonly", settings.appendOnly() ? "yes" : "no"),
        new Setting("save", settings.save()));
  }

  /// One directive; a value of several words is several words in the file.
  record Setting(String name, String value) {
    String line() {
      return value.isEmpty() ? name + " \"\"" : RedisConf.line(name, (Object[]) value.split(" "));
    }
  }

  private static String line(String name, Object... words) {
    StringBuilder line = new StringBuilder(name);
    for (Object word : words) {
      line.append(" \"").append(escape(word.toString())).append('"');
    }
    return line.toString();
  }

  /// Every value here is Slipway's own; this keeps it so should one ever not be.
  private static String escape(String value) {
    if (value.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw new IllegalArgumentException("not a value for redis.conf");
    }
    return value.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
