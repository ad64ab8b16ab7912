/// The tables in SQLite, and the only SQL and JDBC of the program.
///
/// {@link dev.slipway.store.sql.SqliteStore} sends every change to {@link
/// dev.slipway.store.sql.GroupWriter}, whose one thread commits many of them with one fsync, and
/// every read to {@link dev.slipway.store.sql.Readers}. Both hand the work a {@link
/// dev.slipway.store.sql.SqlTx}, whose parts speak SQL through {@link dev.slipway.store.sql.Sql}.
/// {@link dev.slipway.store.sql.Documents} turns specifications and commands into JSON and back,
/// with every secret in them encrypted by {@link dev.slipway.store.sql.SecretBox}.
@NullMarked
package dev.slipway.store.sql;

import org.jspecify.annotations.NullMarked;
