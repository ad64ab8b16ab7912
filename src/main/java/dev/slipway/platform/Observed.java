package dev.slipway.platform;

import dev.slipway.model.Facts;
import dev.slipway.model.Settings;
import org.jspecify.annotations.Nullable;

/// What a look found.
///
/// @param process whether its Redis lives
/// @param folder whether anything of it is left: its folder, or a Redis in one that was removed
/// @param portHolder who has its port, when it is somebody else; null when it is free or its own
/// @param settings what the running Redis says it is set to; null when it does not run, is silent,
///   or serves nobody until something else is mended, which a try to configure it tells
/// @param replica its second Redis
/// @param facts what else it says; null when it does not run or is silent
public record Observed(
    Life process,
    boolean folder,
    @Nullable String portHolder,
    @Nullable Settings settings,
    Replica replica,
    @Nullable Facts facts) {
  /// The states of a process.
  public enum Life {
    /// No process.
    DEAD,
    /// A process of ours that does not answer on its control socket.
    SILENT,
    /// It answers on its control socket, and not, as itself, on its public port.
    UNREACHABLE,
    /// It has all data of the other one, from which it is to take over.
    SUCCEEDING,
    /// It follows the other one, from which it is to take over, and has not all data.
    INCOMPLETE,
    /// It is loading its data.
    LOADING,
    /// PONG came through the public endpoint with the wanted password, from this very process.
    SERVING
  }

  /// The states of the Redis that copies the one that takes writes.
  public enum Replica {
    /// There is none, and nothing of it is left.
    NONE,
    /// It does not run.
    DEAD,
    /// It lives and does not follow, or is not set as wanted.
    STRAY,
    /// It takes writes on the public port, whoever is to take them.
    LEADING,
    /// It follows and has not all data yet.
    SYNCING,
    /// It had all data when the Redis that it follows went away.
    BEREFT,
    /// It has all data and gets every write.
    FOLLOWING;

    /// Whether there is a process.
    public boolean lives() {
      return this != NONE && this != DEAD;
    }
  }
}
