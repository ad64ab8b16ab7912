package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Access;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.Secret;
import java.util.List;

/// Databases to wish for.
final class Wishes {
  static final String PASSWORD = "the tenant's password";

  private Wishes() {}

  /// A small one on this port that keeps its data.
  static DatabaseSpec onPort(int port) {
    return of(port, 0.1, Eviction.VOLATILE_LRU, Persistence.AOF_EVERY_WRITE, PASSWORD, true);
  }

  /// The same, that drops this when it is full.
  static DatabaseSpec evicting(DatabaseSpec wish, Eviction eviction) {
    return of(
        wish.port(),
        wish.size().gb(),
        eviction,
        wish.persistence(),
        password(wish),
        defaultUser(wish));
  }

  /// The same, that writes so.
  static DatabaseSpec keeping(DatabaseSpec wish, Persistence persistence) {
    return of(
        wish.port(),
        wish.size().gb(),
        wish.eviction(),
        persistence,
        password(wish),
        defaultUser(wish));
  }

  /// The same, of this size.
  static DatabaseSpec sized(DatabaseSpec wish, double gb) {
    return of(
        wish.port(), gb, wish.eviction(), wish.persistence(), password(wish), defaultUser(wish));
  }

  /// The same behind this password.
  static DatabaseSpec behind(DatabaseSpec wish, String password) {
    return wish.withAccess(access(password, true));
  }

  /// The same without a default user.
  static DatabaseSpec closed(DatabaseSpec wish) {
    return wish.withAccess(access(password(wish), false));
  }

  /// The same with TLS.
  static DatabaseSpec encrypted(DatabaseSpec wish) {
    return heldBy(wish);
  }

  /// The same with TLS, for clients with these certificates.
  static DatabaseSpec heldBy(DatabaseSpec wish, String... pems) {
    return wish.withAccess(
        new Access(
            wish.access().password(), defaultUser(wish), true, List.of(), List.of(pems), null));
  }

  /// The same with a second Redis.
  static DatabaseSpec replicated(DatabaseSpec wish) {
    return new DatabaseSpec(
        wish.name(),
        wish.protocol(),
        wish.size(),
        true,
        wish.persistence(),
        wish.eviction(),
        wish.port(),
        wish.portRequested(),
        wish.planned(),
        wish.access(),
        wish.engine(),
        wish.topology(),
        wish.backup(),
        wish.syncSources(),
        wish.alerts(),
        wish.crdb(),
        wish.epoch(),
        wish.failoverAsked());
  }

  private static String password(DatabaseSpec wish) {
    return wish.access().password().clear();
  }

  private static boolean defaultUser(DatabaseSpec wish) {
    return wish.access().defaultUser();
  }

  private static Access access(String password, boolean defaultUser) {
    return new Access(new Secret(password), defaultUser, false, List.of(), List.of(), null);
  }

  private static DatabaseSpec of(
      int port,
      double gb,
      Eviction eviction,
      Persistence persistence,
      String password,
      boolean defaultUser) {
    return new DatabaseSpec(
        "wish",
        DatabaseSpec.Protocol.REDIS,
        new Size(gb, false),
        false,
        persistence,
        eviction,
        port,
        false,
        false,
        access(password, defaultUser),
        new DatabaseSpec.Engine("7.4", "resp2", true, List.of(), null, null),
        new DatabaseSpec.Topology(
            false,
            false,
            new DatabaseSpec.Throughput("operations-per-second", 1000),
            "default-regex-rules",
            List.of(),
            null,
            null),
        null,
        List.of(),
        List.of(),
        null,
        0,
        false);
  }
}
