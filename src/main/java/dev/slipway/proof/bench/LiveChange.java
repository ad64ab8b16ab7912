package dev.slipway.proof.bench;

import static dev.slipway.proof.bench.Measured.Limit.atMost;

import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.RedisClient;
import dev.slipway.proof.live.Reply;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import tools.jackson.databind.JsonNode;

/// From the request for a change to a running database until its clients meet it: of the size, the
/// password, the rule of a user, and the certificates that clients must show.
record LiveChange() implements Figure {
  private static final int WARM_UP = 30;
  private static final int ROUNDS = 30;
  private static final String ROLE =
      """
      {"name": "r", "redisRules": [{"ruleName": "r",
       "databases": [{"subscriptionId": %s, "databaseId": %s}]}]}
      """;
  private static final String USER =
      """
      {"name": "u", "role": "r", "password": "Benchmark-1"}
      """;

  @Override
  public String name() {
    return "live-change";
  }

  @Override
  public List<Measured> measure(Workbench bench) throws Exception {
    PreparedFolder folder = bench.folder();
    Tenant tenant = folder.addTenants(1).getFirst();
    try (Program program = bench.serve(folder);
        HttpConnection connection = Workbench.connect(program, tenant)) {
      Steps steps = new Steps(connection);
      String databases = steps.emptySubscription() + "/databases";
      List<Measured> all = new ArrayList<>();
      all.add(measured("the size", new Size(steps, make(steps, databases, "a", ""))));
      all.add(measured("the password", new Password(steps, make(steps, databases, "b", ""))));
      all.add(measured("the rule of a user", rule(steps, make(steps, databases, "c", ""))));
      String path = make(steps, databases, "d", ", \"enableTls\": true");
      all.add(measured("the certificates of clients", certificates(steps, path)));
      return all;
    }
  }

  /// A change that can be asked for again and again.
  private interface Change {
    /// Asks for it.
    ///
    /// @param round a number that no earlier round had
    /// @return whether clients meet it
    Condition ask(int round) throws IOException;

    Steps steps();

    /// Of what is changed.
    String path();

    /// Whether another can be asked for.
    default boolean over() throws IOException {
      return steps().connection().get(path()).state().equals("active");
    }
  }

  private static Measured measured(String what, Change change) throws IOException {
    Samples samples = new Samples();
    for (int i = 0; i < WARM_UP + ROUNDS; i++) {
      long start = System.nanoTime();
      change.ask(i).await();
      if (i >= WARM_UP) {
        samples.add(System.nanoTime() - start);
      }
      Condition over = change::over;
      over.await();
    }
    return new Measured(
        "change of %s: request to in force".formatted(what),
        samples.median(),
        atMost(100, " ms"),
        samples.text());
  }

  private record Size(Steps steps, String path) implements Change {
    @Override
    public Condition ask(int round) throws IOException {
      Endpoint endpoint = endpoint(steps, path, SocketFactory.getDefault());
      long before = maxMemory(endpoint);
      put(steps, path, "{\"datasetSizeInGb\": 0.%d}".formatted(2 - round % 2));
      return () -> maxMemory(endpoint) != before;
    }
  }

  private static long maxMemory(Endpoint endpoint) throws IOException {
    try (RedisClient redis = RedisClient.open(endpoint)) {
      return InfoLine.number(redis, "memory", "maxmemory");
    }
  }

  private record Password(Steps steps, String path) implements Change {
    @Override
    public Condition ask(int round) throws IOException {
      Endpoint before = endpoint(steps, path, SocketFactory.getDefault());
      Endpoint after = new Endpoint(before.port(), "Benchmark-" + round, before.sockets());
      put(steps, path, "{\"password\": \"%s\"}".formatted(after.password()));
      return () -> BareRedis.answers(after);
    }
  }

  /// @param endpoint of the database, without the password of its default user
  private record Rule(Steps steps, String path, Endpoint endpoint) implements Change {
    @Override
    public Condition ask(int round) throws IOException {
      boolean wanted = round % 2 == 0;
      put(steps, path, body(wanted));
      return () -> mayWrite(endpoint) == wanted;
    }

    static String body(boolean writes) {
      return "{\"name\": \"r\", \"redisRule\": \"+get %s~*\"}".formatted(writes ? "+set " : "");
    }

    @Override
    public boolean over() throws IOException {
      JsonNode rules = steps.connection().get("/v1/acl/redisRules").json().path("redisRules");
      return rules.valueStream().allMatch(rule -> rule.path("status").asString().equals("active"));
    }
  }

  private static boolean mayWrite(Endpoint endpoint) {
    try (RedisClient redis = RedisClient.open(endpoint)) {
      redis.call("AUTH", "u", "Benchmark-1");
      redis.call("SET", "k", "v");
      return true;
    } catch (IOException _) {
      return false; // NOPERM
    }
  }

  private static Rule rule(Steps steps, String database) throws IOException {
    int rule =
        steps.resource(steps.connection().send("POST", "/v1/acl/redisRules", Rule.body(false), ""));
    String[] ids = database.split("/");
    String role = ROLE.formatted(ids[3], ids[5]);
    steps.resource(steps.connection().send("POST", "/v1/acl/roles", role, ""));
    int user = steps.resource(steps.connection().send("POST", "/v1/acl/users", USER, ""));
    steps.await("/v1/acl/users/" + user, "active");
    Endpoint endpoint = endpoint(steps, database, SocketFactory.getDefault());
    return new Rule(
        steps, "/v1/acl/redisRules/" + rule, new Endpoint(endpoint.port(), "", endpoint.sockets()));
  }

  /// @param body that wants clients to show a certificate
  private record Certificates(Steps steps, String path, Endpoint endpoint, String body)
      implements Change {
    @Override
    public Condition ask(int round) throws IOException {
      boolean wanted = round % 2 == 0;
      put(steps, path, wanted ? body : "{\"clientTlsCertificates\": []}");
      return () -> BareRedis.answers(endpoint) != wanted;
    }
  }

  private static Certificates certificates(Steps steps, String path)
      throws IOException, GeneralSecurityException {
    Endpoint endpoint = endpoint(steps, path, steps.sockets(path));
    JsonNode certificate = steps.connection().get(path + "/certificate").json();
    String body =
        "{\"clientTlsCertificates\": [{\"publicCertificatePEMString\": %s}]}"
            .formatted(certificate.path("publicCertificatePEMString"));
    return new Certificates(steps, path, endpoint, body);
  }

  private static String make(Steps steps, String databases, String name, String more)
      throws IOException {
    String body =
        """
        {"name": "%s", "datasetSizeInGb": 0.1, "replication": false%s}
        """
            .formatted(name, more);
    int id = steps.resource(steps.connection().send("POST", databases, body, ""));
    steps.await(databases + "/" + id, "active");
    return databases + "/" + id;
  }

  private static Endpoint endpoint(Steps steps, String path, SocketFactory sockets)
      throws IOException {
    return Steps.endpoint(steps.connection().get(path).json(), sockets);
  }

  private static void put(Steps steps, String path, String body) throws IOException {
    Reply reply = steps.connection().send("PUT", path, body, "");
    if (!reply.accepted()) {
      throw new IOException("a change was refused: " + reply.text());
    }
  }
}
