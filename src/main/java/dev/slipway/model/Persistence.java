package dev.slipway.model;

/// When a database writes to disk (api-rules 4.5). The API spells them in lower case with dashes.
public enum Persistence {
  NONE(""),
  AOF_EVERY_1_SECOND(""),
  AOF_EVERY_WRITE(""),
  SNAPSHOT_EVERY_1_HOUR("3600 1"),
  SNAPSHOT_EVERY_6_HOURS("21600 1"),
  SNAPSHOT_EVERY_12_HOURS("43200 1");

  private final String save;

  Persistence(String save) {
    this.save = save;
  }

  /// Whether Redis keeps an append-only file.
  public boolean appendOnly() {
    return this == AOF_EVERY_1_SECOND || this == AOF_EVERY_WRITE;
  }

  /// Redis's `appendfsync`.
  public String appendFsync() {
    return this == AOF_EVERY_WRITE ? "always" : "everysec";
  }

  /// Redis's `save`: seconds and changes, or empty for no snapshots.
  public String save() {
    return save;
  }
}
