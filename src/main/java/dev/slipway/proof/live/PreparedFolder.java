package dev.slipway.proof.live;

import dev.slipway.model.Account;
import dev.slipway.model.AccountId;
import dev.slipway.model.Role;
import dev.slipway.model.Sha256;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.InlineStore;
import dev.slipway.store.sql.SecretBox;
import dev.slipway.store.sql.SqliteStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.IntStream;

/// A data folder with several accounts in it, whose keys are known: the program takes what it finds
/// and makes no account of its own.
public final class PreparedFolder {
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path path;
  private final byte[] key;

  private PreparedFolder(Path path, byte[] key) {
    this.path = path;
    this.key = key;
  }

  /// Makes the folder and its key.
  public static PreparedFolder make(Path path) throws IOException {
    Files.createDirectories(path);
    // Databases run as users of their own, and must pass through to their folders.
    Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    Path file = path.resolve("store.key");
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.write(file, key);
    return new PreparedFolder(path, key);
  }

  /// Where it is.
  public Path path() {
    return path;
  }

  /// Where its databases have their folders.
  public Path databases() {
    return path.resolve("databases");
  }

  /// Its rows, also while the program runs.
  ///
  /// @param durable whether a write waits for the disk
  public Store open(boolean durable) {
    return InlineStore.open(path.resolve("slipway.db"), new SecretBox(key, RANDOM), durable);
  }

  /// What the store of a server on this folder says of its durability.
  public String pragmas() {
    try (SqliteStore store =
        SqliteStore.open(path.resolve("slipway.db"), new SecretBox(key, RANDOM))) {
      return store.pragmas();
    }
  }

  /// Adds this many accounts.
  public List<Tenant> addTenants(int count) {
    try (Store store = open(true)) {
      return store.write(tx -> IntStream.range(0, count).mapToObj(_ -> add(tx)).toList());
    }
  }

  /// Makes the token that opens the admin side, in the place of any other.
  public String addAdminToken() {
    String token = secret();
    try (Store store = open(true)) {
      return store.write(
          tx -> {
            tx.accounts().replaceAdminToken(Sha256.hex(token));
            return token;
          });
    }
  }

  private static Tenant add(Tx tx) {
    Tenant tenant = new Tenant(new AccountId(tx.ids().nextAccount()), secret(), secret());
    Instant now = Instant.now();
    String name = "tenant-" + tenant.id();
    var account = new Account(tenant.id(), name, Account.Plan.FLEXIBLE, true, now);
    tx.accounts().add(account, Sha256.hex(tenant.accountKey()));
    int owner = tx.accounts().addUser(tenant.id(), name, "owner@proof.invalid", Role.OWNER, now);
    tx.accounts()
        .addKey(
            tenant.id(),
            owner,
            "key-of-proof",
            Sha256.hex(tenant.userKey()),
            List.of("0.0.0.0/0"),
            now);
    return tenant;
  }

  private static String secret() {
    byte[] bits = new byte[KEY_BYTES];
    RANDOM.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
