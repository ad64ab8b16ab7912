package dev.slipway.model;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was last seen of a running database, kept beside its row so that reads never touch the
/// world.
///
/// @param engine what really runs, such as `redis 7.0.15`
/// @param usedMemory bytes
/// @param runId the server's own id, new at every start
/// @param admitted who is let in; null when that was not asked yet
public record Facts(String engine, long usedMemory, String runId, @Nullable Admitted admitted) {
  /// The same, using so many bytes.
  public Facts using(long bytes) {
    return new Facts(engine, bytes, runId, admitted);
  }

  /// Who is let in besides the default user.
  ///
  /// @param users stands for them, as {@link Settings#users} does; empty when somebody else has
  ///   changed them
  /// @param refused names of users that this engine does not take, each with its reason
  public record Admitted(String users, Map<String, String> refused) {
    /// What is not known.
    public static final Admitted NOBODY = new Admitted("", Map.of());
  }
}
