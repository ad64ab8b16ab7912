package dev.slipway.store.sql;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.sqlite.SQLiteConfig;

/// How connections to one database file are made.
///
/// @param durable false only where nothing has to survive a power cut, such as a simulation
record SqliteFile(Path path, boolean durable) {
  private static final int WAL_LIMIT_BYTES = 64 * 1024 * 1024;

  /// At the default of 1,000 a busy server spends its time with moving pages that change again.
  private static final int CHECKPOINT_PAGES = 4_096;

  private static final int BUSY_MILLIS = 10_000;
  private static final int CACHE_KIB = 8_192;

  /// A connection that may change rows.
  Sql writing() {
    SQLiteConfig config = common();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setJournalSizeLimit(WAL_LIMIT_BYTES);
    config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, Integer.toString(CHECKPOINT_PAGES));
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setSynchronous(
        durable ? SQLiteConfig.SynchronousMode.FULL : SQLiteConfig.SynchronousMode.OFF);
    config.setPragma(SQLiteConfig.Pragma.FULL_SYNC, "true");
    return new Sql(connect(config));
  }

  /// A connection for the only user of the file, who can make it again: it takes no locks, and what
  /// a rollback needs is kept in memory.
  Sql alone() {
    SQLiteConfig config = common();
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setJournalMode(SQLiteConfig.JournalMode.MEMORY);
    config.setSynchronous(SQLiteConfig.SynchronousMode.OFF);
    return new Sql(connect(config));
  }

  /// A connection that refuses to change rows.
  Sql reading() {
    SQLiteConfig config = common();
    config.setReadOnly(true);
    return new Sql(connect(config));
  }

  private static SQLiteConfig common() {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    config.enforceForeignKeys(true);
    config.setGetGeneratedKeys(false);
    return config;
  }

  private Connection connect(SQLiteConfig config) {
    try {
      return config.createConnection("jdbc:sqlite:" + path);
    } catch (SQLException e) {
      throw new SqlFailure("open " + path, e);
    }
  }
}
