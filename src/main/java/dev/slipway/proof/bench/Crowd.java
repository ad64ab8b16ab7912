package dev.slipway.proof.bench;

import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Tenants who do the same at the same time, each on a connection of its own.
///
/// @param subscriptions the path of each tenant's subscription
record Crowd(Program program, List<Tenant> tenants, List<String> subscriptions) {
  /// What each does.
  interface Part {
    /// @param subscription the tenant's own
    void play(HttpConnection connection, String subscription) throws Exception;
  }

  /// Makes a subscription without databases for each tenant.
  static Crowd gather(Program program, List<Tenant> tenants) throws IOException {
    List<String> subscriptions = new ArrayList<>();
    for (Tenant tenant : tenants) {
      try (HttpConnection connection = Workbench.connect(program, tenant)) {
        subscriptions.add(new Steps(connection).emptySubscription());
      }
    }
    return new Crowd(program, tenants, subscriptions);
  }

  /// Everybody plays; returns when the last has ended.
  void all(Part part) throws Exception {
    List<Future<?>> players = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < tenants.size(); i++) {
        Tenant tenant = tenants.get(i);
        String subscription = subscriptions.get(i);
        players.add(threads.submit(() -> play(part, tenant, subscription)));
      }
    }
    for (Future<?> player : players) {
      player.get();
    }
  }

  private boolean play(Part part, Tenant tenant, String subscription) throws Exception {
    try (HttpConnection connection = Workbench.connect(program, tenant)) {
      part.play(connection, subscription);
    }
    return true;
  }
}
