package dev.slipway.proof.crashloop;

import dev.slipway.proof.crashloop.Submitter.Request;
import dev.slipway.proof.live.HttpConnection;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/// What a client wants next, seeing what its account has. Keeps the number of databases small, so
/// that each is made, changed and deleted often.
record Wishes(Random random) {
  private static final String SUBSCRIPTIONS = "/v1/subscriptions";
  private static final int MOST_SUBSCRIPTIONS = 2;
  private static final int MOST_DATABASES = 3;
  private static final List<String> POLICIES = List.of("allkeys-lru", "volatile-ttl", "noeviction");

  /// The next request.
  ///
  /// @param fresh a name that nobody has given before
  Request next(HttpConnection connection, String fresh) throws IOException {
    JsonNode all = connection.get(SUBSCRIPTIONS).json().path("subscriptions");
    if (all.size() < MOST_SUBSCRIPTIONS) {
      return subscription(fresh);
    }
    String one = SUBSCRIPTIONS + "/" + all.get(random.nextInt(all.size())).path("id").asInt();
    JsonNode databases =
        connection.get(one + "/databases").json().path("subscription").path(0).path("databases");
    return within(one, databases, fresh);
  }

  private Request within(String subscription, JsonNode databases, String fresh) {
    if (databases.isEmpty()) {
      return random.nextBoolean()
          ? new Request("DELETE", subscription, "", fresh)
          : database(subscription, fresh);
    }
    int chosen = databases.get(random.nextInt(databases.size())).path("databaseId").asInt();
    String one = subscription + "/databases/" + chosen;
    return switch (random.nextInt(6)) {
      case 0, 1 -> new Request("DELETE", one, "", fresh);
      case 2 -> change(one, fresh);
      case 3 -> new Request("PUT", subscription, "{\"name\": \"%s\"}".formatted(fresh), fresh);
      default ->
          databases.size() < MOST_DATABASES ? database(subscription, fresh) : change(one, fresh);
    };
  }

  private static Request subscription(String fresh) {
    String body =
        """
        {"name": "%s", "paymentMethod": "marketplace",
         "cloudProviders": [{"regions": [{"region": "us-east-1", "networking": {"deploymentCIDR": "10.0.0.0/24"}}]}],
         "databases": [{"name": "%s", "datasetSizeInGb": 0.1, "replication": false,
          "dataPersistence": "aof-every-write"}]}
        """;
    return new Request("POST", SUBSCRIPTIONS, body.formatted(fresh, fresh), fresh);
  }

  private Request database(String subscription, String fresh) {
    String body =
        """
        {"name": "%s", "datasetSizeInGb": 0.1, "replication": %b,
          "dataPersistence": "aof-every-write"}
        """
            .formatted(fresh, random.nextBoolean());
    return new Request("POST", subscription + "/databases", body, fresh);
  }

  private Request change(String database, String fresh) {
    String policy = POLICIES.get(random.nextInt(POLICIES.size()));
    return new Request(
        "PUT", database, "{\"dataEvictionPolicy\": \"%s\"}".formatted(policy), fresh);
  }
}
