package dev.slipway.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConnection;

/// A page of JDBC: statements are prepared once a connection, arguments are bound by their type,
/// and every failure is a {@link SqlFailure}. One that failed is prepared anew: the driver keeps it
/// in a state from which it does not recover. For use by one thread at a time.
final class Sql implements AutoCloseable {
  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();
  private final Map<String, Map<String, Integer>> columns = new HashMap<>();

  Sql(Connection connection) {
    this.connection = connection;
  }

  /// Reads one row into a value.
  @FunctionalInterface
  interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /// All rows of a query.
  <T> List<T> list(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    return some(sql, reader, _ -> true, Integer.MAX_VALUE, arguments);
  }

  /// The first rows that are wanted; those behind them are not read.
  <T> List<T> some(
      String sql,
      RowReader<T> reader,
      Predicate<T> wanted,
      int most,
      @Nullable Object... arguments) {
    try (Row row = query(sql, arguments)) {
      List<T> found = new ArrayList<>();
      while (found.size() < most && row.next()) {
        T read = reader.read(row);
        if (wanted.test(read)) {
          found.add(read);
        }
      }
      return found;
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /// The first row of a query.
  <T> Optional<T> first(String sql, RowReader<T> reader, @Nullable Object... arguments) {
    try (Row row = query(sql, arguments)) {
      return row.next() ? Optional.of(reader.read(row)) : Optional.empty();
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /// The number in the only column of the only row.
  long number(String sql, @Nullable Object... arguments) {
    return first(sql, Row::onlyLong, arguments).orElse(0L);
  }

  /// Changes rows and returns how many.
  int update(String sql, @Nullable Object... arguments) {
    try {
      return bind(sql, arguments).executeUpdate();
    } catch (SQLException e) {
      throw failure(sql, e);
    }
  }

  /// Runs a statement that is not worth preparing, such as a PRAGMA.
  void run(String sql) {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new SqlFailure(sql, e);
    }
  }

  /// How many rows this connection has changed since it was opened.
  long changes() {
    try {
      return connection.unwrap(SQLiteConnection.class).getDatabase().total_changes();
    } catch (SQLException e) {
      throw new SqlFailure("total_changes", e);
    }
  }

  private SqlFailure failure(String sql, SQLException cause) {
    PreparedStatement broken = prepared.remove(sql);
    if (broken != null) {
      try {
        broken.close();
      } catch (SQLException e) {
        cause.addSuppressed(e);
      }
    }
    return new SqlFailure(sql, cause);
  }

  private Row query(String sql, @Nullable Object... arguments) throws SQLException {
    ResultSet rows = bind(sql, arguments).executeQuery();
    Map<String, Integer> known = columns.get(sql);
    if (known == null) {
      known = Row.columns(rows);
      columns.put(sql, known);
    }
    return new Row(rows, known);
  }

  private PreparedStatement bind(String sql, @Nullable Object... arguments) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < arguments.length; i++) {
      bind(statement, i + 1, arguments[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object argument)
      throws SQLException {
    switch (argument) {
      case null -> statement.setObject(index, null);
      case Integer number -> statement.setInt(index, number);
      case Long number -> statement.setLong(index, number);
      case Boolean truth -> statement.setInt(index, truth ? 1 : 0);
      case Instant time -> statement.setLong(index, Row.micros(time));
      case String text -> statement.setString(index, text);
      default -> throw new IllegalArgumentException("cannot bind a " + argument.getClass());
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new SqlFailure("close", e);
    }
  }
}
