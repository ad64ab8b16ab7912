package dev.slipway.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What databases of every kind leave behind when they are deleted: nothing.
class CleanlinessTest extends DatabasesTest {
  private static final int FIRST_PORT = 15_100;

  @Override
  Site open(Path data) throws Exception {
    return Site.open(data, FIRST_PORT);
  }

  @Test
  void deletedDatabasesLeaveTheHostAsItWas() throws Exception {
    HostState before = host();
    List<String> paths = new ArrayList<>();
    paths.add(make(body("'replication': true, 'dataPersistence': 'aof-every-1-second'")));
    paths.add(make(body("'replication': true, 'enableTls': true")));
    paths.add(make(body("'replication': false, 'dataEvictionPolicy': 'noeviction'")));
    String user = letIn(paths.getFirst());
    try (TenantRedis redis = TenantRedis.of(walker.get(paths.getFirst()), "eve", "Secret-12")) {
      redis.call("SET", "k", "v");
    }
    walker.post(paths.getFirst() + "/tags", "{\"key\":\"a\",\"value\":\"b\"}");
    assertThat(host()).isNotEqualTo(before);

    walker.resource(walker.delete(user));
    walker.gone(user);
    for (String path : paths) {
      walker.resource(walker.delete(path));
    }

    for (String path : paths) {
      walker.gone(path);
    }
    assertThat(Eventually.until(this::host, before::equals)).isEqualTo(before);
  }

  /// A user of this database.
  ///
  /// @return its path
  private String letIn(String database) throws Exception {
    String[] words = database.split("/");
    String role =
        """
        {"name": "eve", "redisRules": [{"ruleName": "Full-Access",
         "databases": [{"subscriptionId": %s, "databaseId": %s}]}]}
        """
            .formatted(words[2], words[4]);
    walker.resource(walker.post("/acl/roles", role));
    String user = "{\"name\": \"eve\", \"role\": \"eve\", \"password\": \"Secret-12\"}";
    String path = "/acl/users/" + walker.resource(walker.post("/acl/users", user));
    walker.active(path);
    return path;
  }

  private HostState host() throws Exception {
    return HostState.of(site.data(), FIRST_PORT, FIRST_PORT + 39);
  }

  private String body(String wish) {
    return "{'name': '%s', 'datasetSizeInGb': 0.1, %s}"
        .formatted(freshName(), wish)
        .replace('\'', '"');
  }
}
