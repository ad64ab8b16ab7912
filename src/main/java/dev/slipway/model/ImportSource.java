package dev.slipway.model;

/// From what a database may be filled (api-rules 3.3).
public enum ImportSource {
  HTTP,
  REDIS,
  FTP,
  AWS_S3,
  AZURE_BLOB_STORAGE,
  GOOGLE_BLOB_STORAGE,
  /// A folder of this server; only here.
  LOCAL_FOLDER
}
