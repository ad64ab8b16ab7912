package dev.slipway.store.sql;

import dev.slipway.model.Caller;
import dev.slipway.model.Command;
import dev.slipway.store.CommandText;
import dev.slipway.store.Store;
import dev.slipway.store.StoreUnavailable;
import dev.slipway.store.Tx;
import dev.slipway.store.sql.Change.Promise;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/// The store of one server on one machine: a SQLite file with a write-ahead log.
///
/// The caller waits, on whatever thread it has. What changes rows runs on one platform thread of
/// the store; reads run on others, but for one at a time, which runs on its caller's.
public final class SqliteStore implements Store {
  private static final int READERS = 3;
  private static final Duration DEADLINE = Duration.ofSeconds(10);

  private final Path file;
  private final Duration deadline;
  private final Documents documents;
  private final Sql writerSql;
  private final GroupWriter writer;
  private final Readers readers;
  private final Deadlines deadlines;
  private final KnownCallers callers;

  private SqliteStore(
      Path file,
      Duration deadline,
      Documents documents,
      Sql writerSql,
      GroupWriter writer,
      Readers readers,
      Deadlines deadlines,
      KnownCallers callers) {
    this.file = file;
    this.deadline = deadline;
    this.documents = documents;
    this.writerSql = writerSql;
    this.writer = writer;
    this.readers = readers;
    this.deadlines = deadlines;
    this.callers = callers;
  }

  /// Opens the file, and makes or migrates it first where that is due.
  ///
  /// @throws StoreUnavailable when the file cannot be opened or is of a newer program
  public static SqliteStore open(Path path, SecretBox box) {
    return open(new SqliteFile(path, true), box, DEADLINE);
  }

  /// @param deadline how long a caller waits for its read, and for its write to begin
  static SqliteStore open(SqliteFile file, SecretBox box, Duration deadline) {
    Path path = file.path();
    try {
      Migrations.bringUpToDate(path);
      Documents documents = new Documents(box);
      Sql sql = file.writing();
      List<Readers.Connected> connections = new ArrayList<>();
      for (int i = 0; i < READERS; i++) {
        Sql reading = file.reading();
        connections.add(new Readers.Connected(reading, SqlTx.over(reading, documents)));
      }
      KnownCallers callers = new KnownCallers(System::nanoTime);
      Tx tx = SqlTx.over(sql, documents, callers::touch);
      Deadlines deadlines = new Deadlines(deadline);
      GroupWriter writer = new GroupWriter(sql, tx, deadlines, callers::committed);
      Readers readers = new Readers(connections);
      return new SqliteStore(path, deadline, documents, sql, writer, readers, deadlines, callers);
    } catch (SqlFailure e) {
      throw unavailable(path, e);
    }
  }

  @Override
  public <T> T read(Function<Tx, T> work) {
    CompletableFuture<T> answer = readers.submit(work);
    if (!answer.isDone()) {
      deadlines.watch(answer);
    }
    return await(answer);
  }

  @Override
  public <T> T write(Function<Tx, T> work) {
    return await(writer.submit(work, Promise.WRITTEN));
  }

  @Override
  public <T> T append(Function<Tx, T> work) {
    return await(writer.submit(work, Promise.APPENDED));
  }

  @Override
  public <T> T note(Function<Tx, T> work) {
    return await(writer.submit(work, Promise.NOTED));
  }

  @Override
  public CommandText text(Command command) {
    return documents.text(command);
  }

  @Override
  public Optional<Caller> caller(String accountKeyHash, String userKeyHash) {
    return callers.find(
        accountKeyHash, userKeyHash, () -> Store.super.caller(accountKeyHash, userKeyHash));
  }

  /// What SQLite says of its own durability while it commits a write, such as `journal_mode=wal
  /// synchronous=2`: 2 is FULL.
  public String pragmas() {
    return await(
        writer.submit(
            _ ->
                "journal_mode="
                    + writerSql
                        .first("PRAGMA journal_mode", row -> row.text("journal_mode"))
                        .orElse("?")
                    + " synchronous="
                    + writerSql.number("PRAGMA synchronous"),
            Promise.WRITTEN));
  }

  /// An interrupt does not end the wait: it could not say what became of the change.
  private <T> T await(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      switch (e.getCause()) {
        case TimeoutException late ->
            throw new StoreUnavailable(
                "the store " + file + " did not answer within " + deadline.toMillis() + " ms",
                late);
        case SqlFailure failure -> throw unavailable(file, failure);
        case TakenBack taken ->
            throw new StoreUnavailable(
                "a change that came at the same time broke off; nothing of this one was kept",
                taken);
        case RuntimeException failure -> throw failure;
        case Error failure -> throw failure;
        case null, default -> throw new IllegalStateException(e);
      }
    }
  }

  static StoreUnavailable unavailable(Path file, SqlFailure failure) {
    long free = file.toFile().getUsableSpace();
    return new StoreUnavailable(
        "the store "
            + file
            + " cannot be used now ("
            + failure.getMessage()
            + "); its disk has "
            + free
            + " bytes free",
        failure);
  }

  @Override
  public void close() {
    writer.close();
    readers.close();
    deadlines.close();
    writerSql.close();
  }
}
