package dev.slipway.api.database;

/// The alerts that there are (api-rules 4.8).
public enum AlertName {
  DATASET_SIZE,
  DATASETS_SIZE,
  THROUGHPUT_HIGHER_THAN,
  THROUGHPUT_LOWER_THAN,
  LATENCY,
  SYNCSOURCE_ERROR,
  SYNCSOURCE_LAG,
  CONNECTIONS_LIMIT
}
