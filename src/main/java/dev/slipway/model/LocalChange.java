package dev.slipway.model;

import dev.slipway.model.DatabaseSpec.Alert;
import dev.slipway.model.DatabaseSpec.Backup;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an Active-Active database is to have of its own in one region. Null leaves a value as it
/// is; an empty password, and an empty list, give it up for the global one.
///
/// @param region which one
/// @param reads operations a second
/// @param writes operations a second
public record LocalChange(
    String region,
    @Nullable Long reads,
    @Nullable Long writes,
    @Nullable String respVersion,
    @Nullable Persistence persistence,
    @Nullable Secret password,
    @Nullable Boolean defaultUser,
    @Nullable List<String> sourceIps,
    @Nullable List<Alert> alerts,
    @Nullable Backup backup) {
  /// The region as it is to be after this change.
  public Crdb.Local applyTo(Crdb.Local old) {
    return new Crdb.Local(
        region,
        reads == null ? old.reads() : reads,
        writes == null ? old.writes() : writes,
        or(respVersion, old.respVersion()),
        or(persistence, old.persistence()),
        password(old.password()),
        or(defaultUser, old.defaultUser()),
        list(sourceIps, old.sourceIps()),
        list(alerts, old.alerts()),
        backup(old.backup()));
  }

  private @Nullable Secret password(@Nullable Secret old) {
    return password != null && password.clear().isEmpty() ? null : or(password, old);
  }

  /// A backup that does not say whether it runs leaves that as it is.
  private @Nullable Backup backup(@Nullable Backup old) {
    if (backup == null) {
      return old;
    }
    boolean ran = old != null && old.runs();
    return backup.withActive(backup.active() == null ? ran : backup.active());
  }

  private static <T> @Nullable List<T> list(@Nullable List<T> wanted, @Nullable List<T> old) {
    return wanted != null && wanted.isEmpty() ? null : or(wanted, old);
  }

  private static <T> @Nullable T or(@Nullable T wanted, @Nullable T old) {
    return wanted != null ? wanted : old;
  }
}
