package dev.slipway.store.sql;

import dev.slipway.store.StoreUnavailable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/// Brings a file to the schema of this program. The stored version is read first, because loading
/// the migrator costs more than the rest of a start together.
final class Migrations {
  /// The newest schema, the number of the last file in `db/sqlite`.
  static final int NEWEST = 9;

  private static final int COPIES = 3;
  private static final FileAttribute<Set<PosixFilePermission>> OWNER_ONLY =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));

  private Migrations() {}

  static void bringUpToDate(Path file) {
    boolean exists = Files.exists(file);
    int version = exists ? storedVersion(file) : 0;
    if (version > NEWEST) {
      throw new StoreUnavailable(
          "the store "
              + file
              + " is of a newer program (schema "
              + version
              + ", this one knows "
              + NEWEST
              + "): start that program, or name another folder with --data",
          new IllegalStateException("schema " + version));
    }
    if (version < NEWEST) {
      if (version > 0) {
        copy(file, version);
      }
      migrate(file);
    }
  }

  private static int storedVersion(Path file) {
    try (Sql sql = new SqliteFile(file, true).writing()) {
      boolean known =
          sql.number("SELECT count(*) FROM sqlite_master WHERE name = 'flyway_schema_history'") > 0;
      return known
          ? (int)
              sql.number(
                  """
                  SELECT max(CAST(version AS INTEGER)) FROM flyway_schema_history WHERE success
                  """)
          : 0;
    }
  }

  private static void migrate(Path file) {
    try {
      Flyway.configure()
          .dataSource("jdbc:sqlite:" + file, null, null)
          .locations("classpath:db/sqlite")
          .load()
          .migrate();
    } catch (FlywayException e) {
      throw new SqlFailure("migrate " + file, new SQLException(e.getMessage(), e));
    }
  }

  /// Keeps the file as it was, beside it; the oldest copies go.
  private static void copy(Path file, int version) {
    String prefix = file.getFileName() + ".schema-";
    Path copy = file.resolveSibling(prefix + version);
    try (Sql sql = new SqliteFile(file, true).writing()) {
      Files.deleteIfExists(copy);
      Files.createFile(copy, OWNER_ONLY);
      sql.update("VACUUM INTO ?", copy.toString());
      try (Stream<Path> files = Files.list(copy.toAbsolutePath().resolveSibling("."))) {
        List<Path> copies =
            files
                .filter(
                    path -> path.getFileName().toString().matches(Pattern.quote(prefix) + "\\d+"))
                .sorted(Comparator.comparingInt(path -> -number(path, prefix)))
                .toList();
        for (Path old : copies.stream().skip(COPIES).toList()) {
          Files.delete(old);
        }
      }
    } catch (IOException e) {
      throw new StoreUnavailable(
          "the store " + file + " cannot be copied before it is migrated (" + e.getMessage() + ")",
          e);
    }
  }

  private static int number(Path copy, String prefix) {
    return Integer.parseInt(copy.getFileName().toString().substring(prefix.length()));
  }
}
