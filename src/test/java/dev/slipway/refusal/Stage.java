package dev.slipway.refusal;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import dev.slipway.api.http.Operation;
import dev.slipway.model.AccountId;
import dev.slipway.model.Facts;
import dev.slipway.model.Kind;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.store.sql.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A server of its own on which a scene is set: what is asked for is processed at once, and
/// provisioned when the scene says so. The first of every kind has the number 10001.
final class Stage implements AutoCloseable {
  /// The first of every kind.
  static final int FIRST = 10_001;

  private static final String OWNER = "slipway";

  private final ApiServer server;
  private final Client owner;
  private final Map<String, String> kept = new HashMap<>();

  private Stage(ApiServer server, Client owner) {
    this.server = server;
    this.owner = owner;
  }

  /// The scene, on a server whose files go to this folder.
  static Stage set(Scene scene, Path folder) {
    var server = ApiServer.start(folder, scene.making());
    var stage = new Stage(server, server.owner(1));
    int number = server.read(tx -> tx.accounts().users(new AccountId(1))).getFirst().id();
    stage.keep("owner", Integer.toString(number));
    scene.play().accept(stage);
    return stage;
  }

  /// A scene that was set before, on a server with a copy of its files in this folder.
  ///
  /// @param kept the numbers that its server made up
  /// @param passed how much later than at the start of that server it is
  static Stage again(Scene scene, Path folder, Map<String, String> kept, Duration passed) {
    var server = ApiServer.start(folder, scene.making());
    var stage = new Stage(server, server.ownerAgain(1));
    stage.kept.putAll(kept);
    server.pass(passed);
    return stage;
  }

  /// The numbers that the server made up, each by its name.
  Map<String, String> kept() {
    return Map.copyOf(kept);
  }

  /// How much later it is than at the start.
  Duration passed() {
    return Duration.between(Stores.START, server.now());
  }

  /// Asks, and demands that it is accepted.
  ///
  /// @param body JSON, with single quotes if it likes
  int accepted(String method, String path, String body) {
    JsonNode task = task(owner.send(method, "/v1" + path, body.replace('\'', '"')));
    if (!task.path("status").asString("").equals("processing-completed")) {
      throw new IllegalStateException(method + " " + path + ": " + task);
    }
    return task.at("/response/resourceId").asInt(0);
  }

  /// The same, and all that came of it is active by now.
  int active(String path, String body) {
    int id = accepted("POST", path, body);
    rest();
    return id;
  }

  /// Whatever the row waited for has happened.
  void settle(Kind kind, int id, Status status) {
    server.settle(kind, id, status);
  }

  /// The row of what is deleted goes.
  void forget(Kind kind, int id) {
    server.forget(kind, id);
  }

  /// All that is being made or changed is active.
  void rest() {
    var account = new AccountId(1);
    server
        .read(
            tx ->
                Stream.<List<? extends Resource<?>>>of(
                        tx.databases().of(account),
                        tx.subscriptions().of(account),
                        tx.redisRules().of(account),
                        tx.aclRoles().of(account),
                        tx.aclUsers().of(account),
                        tx.cloudAccounts().of(account),
                        tx.peerings().of(account),
                        tx.pscServices().of(account),
                        tx.privateLinks().of(account),
                        tx.linkPrincipals().of(account),
                        tx.tgwAttachments().of(account))
                    .flatMap(List::stream)
                    .filter(row -> row.status().changing())
                    .filter(row -> !(row.status() instanceof Status.Deleting))
                    .map(Resource::ref)
                    .toList())
        .forEach(ref -> settle(ref.kind(), ref.id(), new Status.Active()));
  }

  /// A database is seen to use so much memory.
  ///
  /// @param bytes as its Redis tells
  void uses(int database, long bytes) {
    server.write(
        tx -> {
          var ref = new Ref(Kind.DATABASE, database);
          var now = server.now();
          var row = tx.work().lease(ref, OWNER, now, now.plusSeconds(1)).orElseThrow();
          var facts = new Facts("redis 7.0.15", bytes, "run", null);
          tx.work().settle(row, OWNER, new Status.Active(), facts, now);
          tx.work().release(row, OWNER, now);
          return true;
        });
  }

  /// Asks for something that is answered at once, and demands that it is done.
  JsonNode done(String method, String path, String body) {
    var reply = owner.send(method, "/v1" + path, body.replace('\'', '"'));
    if (reply.status() != 200) {
      throw new IllegalStateException(method + " " + path + ": " + reply.http().body());
    }
    return reply.json();
  }

  /// The only database of a subscription.
  int databaseOf(int subscription) {
    return server.read(tx -> tx.databases().under(subscription, 0, 1)).getFirst().id();
  }

  /// Keeps a number that the server made up, under the name that the table has for it.
  void keep(String name, String value) {
    kept.put(name, value);
  }

  /// Lets time pass.
  void pass(Duration time) {
    server.pass(time);
  }

  /// What is wrong with the answer to a row; empty if it is refused as it should be, and nothing
  /// was changed by it.
  String verdict(Row row) {
    Operation operation =
        server.operations().stream()
            .filter(known -> known.id().equals(row.operation()))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no operation " + row.operation()));
    var before = snapshot();
    var reply = Request.of(operation, row, kept).send(owner);
    String verdict =
        row.expected().inTask()
            ? Verdict.ofTask(task(reply), row.expected())
            : Verdict.atOnce(reply, row.expected());
    return verdict.isEmpty() && !snapshot().equals(before)
        ? "it was refused, and something changed"
        : verdict;
  }

  private Snapshot snapshot() {
    return server.read(tx -> Snapshot.of(tx, new AccountId(1)));
  }

  private JsonNode task(Client.Reply reply) {
    if (reply.status() != 202) {
      return reply.json();
    }
    server.process();
    return owner.get("/v1/tasks/" + reply.taskId()).json();
  }

  @Override
  public void close() {
    server.close();
  }
}
