package dev.slipway.proof.simulation;

import dev.slipway.model.Settings;
import java.time.Instant;

/// One process of the made-up world.
final class Redis {
  final String runId;
  final Instant loadedAt;
  Settings settings;
  int port;
  boolean hung;

  /// Of one that follows: whether it ever had all data of the other.
  boolean whole;

  /// Of one that took writes before and shall follow: whether it still has to be told.
  boolean stray;

  /// How many writes it holds in memory.
  long writes;

  Redis(String runId, int port, Settings settings, Instant loadedAt, long writes) {
    this.runId = runId;
    this.port = port;
    this.settings = settings;
    this.loadedAt = loadedAt;
    this.writes = writes;
  }

  /// What it says it is set to; one that was closed listens nowhere.
  Settings shown() {
    Settings.Endpoint at = settings.endpoint();
    return port == 0
        ? settings.withEndpoint(new Settings.Endpoint(0, at.tls(), at.clients(), at.current()))
        : settings;
  }

  /// Whether it answers commands at this time.
  boolean answers(Instant now) {
    return !hung && !now.isBefore(loadedAt);
  }
}
