package dev.slipway.store;

import dev.slipway.model.Caller;
import dev.slipway.model.Command;
import java.util.Optional;
import java.util.function.Function;

/// Runs work in transactions. Safe for use by many threads.
public interface Store extends AutoCloseable {
  /// Reads from one snapshot; the work must not change anything.
  ///
  /// @throws StoreUnavailable when the rows cannot be read, or no thread comes to it in time
  <T> T read(Function<Tx, T> work);

  /// Changes rows. When this returns, the change is on the disk; when it throws, nothing was kept.
  ///
  /// @throws StoreUnavailable when the rows could not be made durable; the message says why
  <T> T write(Function<Tx, T> work);

  /// The same for work that throws before its first change or not at all, such as a request that is
  /// accepted: what would take back one change among others is not made ready for it. If it throws
  /// later all the same, others fail with it, and nothing is kept of them either.
  ///
  /// @throws StoreUnavailable also when other work that came at the same time broke off
  default <T> T append(Function<Tx, T> work) {
    return write(work);
  }

  /// Changes rows that may be forgotten by a power cut, never by a death of the program: claims,
  /// leases and tries, which are made again from the rows that are durable.
  <T> T note(Function<Tx, T> work);

  /// What a row will hold of a command. It is asked for before the transaction that adds the row:
  /// all who change something wait for one writer, and this needs nothing of it.
  CommandText text(Command command);

  /// Whom these two keys belong to, by their hashes. What this program changed is in force; a
  /// change by another program on the same rows may come into force a moment later.
  default Optional<Caller> caller(String accountKeyHash, String userKeyHash) {
    return read(tx -> tx.accounts().caller(accountKeyHash, userKeyHash));
  }

  @Override
  void close();
}
