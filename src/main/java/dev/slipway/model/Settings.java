package dev.slipway.model;

/// What Redis itself must be set to for a database: the part of the wish that can be read back from
/// the running server, and so be compared with it.
///
/// @param maxMemory bytes
/// @param save `seconds changes`, or empty
/// @param passwordHash SHA-256 of the default user's password in hex, or empty when that user is
///   off
/// @param users stands for all other users, their passwords and what they may: a SHA-256 in hex; of
///   a running server empty when somebody else has changed its users
/// @param endpoint where its clients reach it
public record Settings(
    long maxMemory,
    String eviction,
    boolean appendOnly,
    String appendFsync,
    String save,
    String passwordHash,
    String users,
    Endpoint endpoint) {
  private static final long GB = 1_000_000_000L;

  /// Where clients reach a database, and how.
  ///
  /// @param port the one that they connect to
  /// @param tls whether it takes connections with TLS and no others, or in clear and no others
  /// @param clients names the certificates that a client is held against: SHA-256 in hex, or empty
  ///   when a client needs none
  /// @param current whether its own certificate is one of this server and not due to be renewed
  public record Endpoint(int port, boolean tls, String clients, boolean current) {
    /// The one that a database asks for.
    public static Endpoint wantedBy(DatabaseSpec spec) {
      return new Endpoint(spec.port(), spec.access().tls(), clients(spec.access()), true);
    }

    private static String clients(DatabaseSpec.Access access) {
      var trusted = access.trustedClients();
      return trusted.isEmpty() ? "" : Sha256.hex(String.join("\n", trusted));
    }

    /// The same with a certificate that is one to renew.
    public Endpoint outdated() {
      return new Endpoint(port, tls, clients, false);
    }
  }

  /// The `maxmemory` that a database asks for, in bytes.
  public static long maxMemory(DatabaseSpec spec) {
    return Math.round(spec.datasetGb() * GB);
  }

  /// The settings that a database asks for.
  public static Settings wantedBy(Wanted wanted) {
    DatabaseSpec spec = wanted.spec();
    return new Settings(
        maxMemory(spec),
        spec.eviction().wire(),
        spec.persistence().appendOnly(),
        spec.persistence().appendFsync(),
        spec.persistence().save(),
        spec.access().defaultUser() ? Sha256.hex(spec.access().password().clear()) : "",
        wanted.usersDigest(),
        Endpoint.wantedBy(spec));
  }

  /// Whether the same users are let in with the same passwords.
  public boolean admitsAs(Settings other) {
    return passwordHash.equals(other.passwordHash) && users.equals(other.users);
  }

  /// The same at another endpoint.
  public Settings withEndpoint(Endpoint newEndpoint) {
    return new Settings(
        maxMemory, eviction, appendOnly, appendFsync, save, passwordHash, users, newEndpoint);
  }
}
