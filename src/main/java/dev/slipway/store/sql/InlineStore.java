package dev.slipway.store.sql;

import dev.slipway.model.Command;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.Tx;
import java.nio.file.Path;
import java.util.function.Function;

/// The same tables with one connection and no thread: work runs in the caller, and there may be one
/// caller at a time. For programs that own their time, such as a simulation, and for the command
/// line while no server runs.
public final class InlineStore implements Store {
  private final Path path;
  private final Sql sql;
  private final Documents documents;
  private final Tx tx;

  private InlineStore(Path path, Sql sql, Documents documents) {
    this.path = path;
    this.sql = sql;
    this.documents = documents;
    this.tx = SqlTx.over(sql, documents);
  }

  /// Opens the file, and makes or migrates it first where that is due.
  ///
  /// @param durable whether a write waits for the disk
  public static InlineStore open(Path path, SecretBox box, boolean durable) {
    return open(path, new Documents(box), durable);
  }

  /// The same with documents that are in use elsewhere too: to make them costs more than to open a
  /// file.
  public static InlineStore open(Path path, Documents documents, boolean durable) {
    try {
      Migrations.bringUpToDate(path);
      Sql sql = new SqliteFile(path, durable).writing();
      return new InlineStore(path, sql, documents);
    } catch (SqlFailure e) {
      throw SqliteStore.unavailable(path, e);
    }
  }

  /// Opens a copy of a file that was opened before: it is not migrated, nobody else may use it, and
  /// it does not survive a kill -9 in the middle of a write. For programs that open very many.
  public static InlineStore openCopy(Path path, Documents documents) {
    try {
      Sql sql = new SqliteFile(path, false).alone();
      return new InlineStore(path, sql, documents);
    } catch (SqlFailure e) {
      throw SqliteStore.unavailable(path, e);
    }
  }

  /// The same rows for a program that was just started: it shares nothing else with the one before.
  public InlineStore restarted() {
    return new InlineStore(path, sql, documents);
  }

  Sql sql() {
    return sql;
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    return inTransaction("BEGIN", work);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    return inTransaction("BEGIN IMMEDIATE", work);
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    return inTransaction("BEGIN IMMEDIATE", work);
  }

  @Override
  public CommandText text(Command command) {
    return documents.text(command);
  }

  private <T> T inTransaction(String begin, Function<Tx, T> work) {
    try {
      sql.update(begin);
      T result;
      try {
        result = work.apply(tx);
        sql.update("COMMIT");
      } catch (Throwable e) { // whatever ends the work ends its transaction
        rollback(e);
        throw e;
      }
      return result;
    } catch (SqlFailure e) {
      throw SqliteStore.unavailable(path, e);
    }
  }

  private void rollback(Throwable cause) {
    try {
      sql.update("ROLLBACK");
    } catch (SqlFailure e) {
      cause.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    sql.close();
  }
}
