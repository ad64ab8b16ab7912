package dev.slipway.store;

import dev.slipway.model.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Labels of databases.
public interface Tags {
  /// All of a database, by key.
  List<Tag> of(int databaseId);

  /// One of them.
  Optional<Tag> find(int databaseId, String key);

  /// Sets a label, be it there already or not.
  Tag put(int databaseId, String key, String value, Instant now);

  /// Takes a label away.
  ///
  /// @return whether it was there
  boolean remove(int databaseId, String key);

  /// Takes all away.
  void removeAll(int databaseId);
}
