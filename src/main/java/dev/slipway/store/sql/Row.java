package dev.slipway.store.sql;

import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The row that a query stands at. Its columns are looked up by name once a statement and not, as
/// the driver would, once a value.
record Row(ResultSet rows, Map<String, Integer> columns) implements AutoCloseable {
  /// The place of each column.
  static Map<String, Integer> columns(ResultSet rows) throws SQLException {
    ResultSetMetaData meta = rows.getMetaData();
    Map<String, Integer> columns = new HashMap<>();
    for (int i = 1; i <= meta.getColumnCount(); i++) {
      columns.put(meta.getColumnLabel(i), i);
    }
    return columns;
  }

  /// Goes to the next row; false when there is none.
  boolean next() throws SQLException {
    return rows.next();
  }

  /// The text of a column that is never null.
  String text(String column) throws SQLException {
    return rows.getString(place(column));
  }

  /// The text of a column that may be.
  @Nullable String textOrNull(String column) throws SQLException {
    return rows.getString(place(column));
  }

  int number(String column) throws SQLException {
    return rows.getInt(place(column));
  }

  @Nullable Integer numberOrNull(String column) throws SQLException {
    int value = rows.getInt(place(column));
    return rows.wasNull() ? null : value;
  }

  long big(String column) throws SQLException {
    return rows.getLong(place(column));
  }

  boolean truth(String column) throws SQLException {
    return rows.getInt(place(column)) == 1;
  }

  Instant time(String column) throws SQLException {
    return instant(rows.getLong(place(column)));
  }

  @Nullable Instant timeOrNull(String column) throws SQLException {
    long micros = rows.getLong(place(column));
    return rows.wasNull() ? null : instant(micros);
  }

  /// The number in the only column.
  long onlyLong() throws SQLException {
    return rows.getLong(1);
  }

  /// The number in the only column.
  int onlyInt() throws SQLException {
    return rows.getInt(1);
  }

  private int place(String column) {
    Integer place = columns.get(column);
    if (place == null) {
      throw new IllegalArgumentException("the query has no column " + column);
    }
    return place;
  }

  /// A time as it is stored.
  static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }

  private static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }
}
