package dev.slipway.store.sql;

import dev.slipway.model.Tag;
import dev.slipway.store.Tags;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

record SqlTags(Sql sql) implements Tags {
  @Override
  public List<Tag> of(int databaseId) {
    return sql.list(
        "SELECT * FROM tag WHERE database_id = ? ORDER BY key", SqlTags::read, databaseId);
  }

  @Override
  public Optional<Tag> find(int databaseId, String key) {
    return sql.first(
        "SELECT * FROM tag WHERE database_id = ? AND key = ?", SqlTags::read, databaseId, key);
  }

  @Override
  public Tag put(int databaseId, String key, String value, Instant now) {
    return sql.first(
            """
            INSERT INTO tag (database_id, key, value, created_at, updated_at)
            VALUES (?, ?, ?, ?, ?)
            ON CONFLICT (database_id, key)
            DO UPDATE SET value = excluded.value, updated_at = excluded.updated_at
            RETURNING *
            """,
            SqlTags::read,
            databaseId,
            key,
            value,
            now,
            now)
        .orElseThrow();
  }

  @Override
  public boolean remove(int databaseId, String key) {
    return sql.update("DELETE FROM tag WHERE database_id = ? AND key = ?", databaseId, key) == 1;
  }

  @Override
  public void removeAll(int databaseId) {
    sql.update("DELETE FROM tag WHERE database_id = ?", databaseId);
  }

  private static Tag read(Row row) throws SQLException {
    return new Tag(
        row.text("key"), row.text("value"), row.time("created_at"), row.time("updated_at"));
  }
}
