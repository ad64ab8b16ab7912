package dev.slipway.platform.process;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How a Redis follows another.
///
/// @param up whether it gets every write of the other
/// @param syncing whether it is taking over all data of the other, and has none meanwhile
/// @param offset how many bytes of the other's stream of writes it has
/// @param was whether it has been up since this process began
/// @param backlog whether it keeps the end of that stream, which it drops when it drops its data
///   for others, and has again when it has those
record Link(
    String host, int port, boolean up, boolean syncing, long offset, boolean was, boolean backlog) {
  /// Out of the lines of an INFO answer; null for one that follows none.
  static @Nullable Link of(Map<String, String> info) {
    return "slave".equals(info.get("role"))
        ? new Link(
            info.getOrDefault("master_host", ""),
            (int) number(info, "master_port"),
            "up".equals(info.get("master_link_status")),
            number(info, "master_sync_in_progress") != 0,
            number(info, "slave_repl_offset"),
            // A link that has never been up is down since -1.
            number(info, "master_link_down_since_seconds") >= 0,
            number(info, "repl_backlog_active") != 0)
        : null;
  }

  /// Whether what it holds is all that it ever got of the other, and not an older state of its own
  /// that it has only read from the disk, nor what is left when taking over all data broke off. The
  /// offset does not tell: it may be 0 when all is there, and 1 when nothing is.
  boolean whole() {
    return !syncing && (up || (was && backlog));
  }

  private static long number(Map<String, String> info, String name) {
    return Long.parseLong(info.getOrDefault(name, "0"));
  }
}
