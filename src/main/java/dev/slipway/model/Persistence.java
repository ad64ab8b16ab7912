package dev.slipway.model;

/// When a database writes to disk (api-rules 4.5). The API spells them in lower case with dashes.
public enum Persistence {
  NONE("no", ""),
  AOF_EVERY_1_SECOND("everysec", ""),
  AOF_EVERY_WRITE("always", ""),
  SNAPSHOT_EVERY_1_HOUR("no", "3600 1"),
  SNAPSHOT_EVERY_6_HOURS("no", "21600 1"),
  SNAPSHOT_EVERY_12_HOURS("no", "43200 1");

  private final String appendFsync;
  private final String save;

  Persistence(String appendFsync, String save) {
    this.appendFsync = appendFsync;
    this.save = save;
  }

  /// Whether Redis keeps an append-only file.
  public boolean appendOnly() {
    return this == AOF_EVERY_1_SECOND || this == AOF_EVERY_WRITE;
  }

  /// Redis's `appendfsync`.
  public String appendFsync() {
    return appendOnly() ? appendFsync : "everysec";
  }

  /// Redis's `save`: seconds and changes, or empty for no snapshots.
  public String save() {
    return save;
  }
}
