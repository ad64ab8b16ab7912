package dev.slipway.store.sql;

import dev.slipway.model.Kind;
import dev.slipway.store.Ids;
import dev.slipway.store.IdsUsedUp;
import java.util.Locale;

/// One counter row a kind.
final class SqlIds implements Ids {
  private static final int FIRST = 10_001;

  private final Sql sql;

  SqlIds(Sql sql) {
    this.sql = sql;
  }

  @Override
  public int next(Kind kind) {
    return next(kind.name());
  }

  @Override
  public int nextAccount() {
    return next("ACCOUNT");
  }

  int nextUser() {
    return next("USER");
  }

  int nextKey() {
    return next("KEY");
  }

  private int next(String counter) {
    long value =
        sql.first(
                """
                INSERT INTO counter (name, value) VALUES (?, ?)
                ON CONFLICT (name) DO UPDATE SET value = value + 1
                RETURNING value
                """,
                Row::onlyLong,
                counter,
                FIRST)
            .orElseThrow();
    if (value > Integer.MAX_VALUE) {
      throw new IdsUsedUp(counter.toLowerCase(Locale.ROOT));
    }
    return (int) value;
  }
}
