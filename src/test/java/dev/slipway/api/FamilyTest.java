package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A test of one family of operations, over HTTP: what is asked for is processed at once, and
/// provisioned when the test says so.
public abstract class FamilyTest {
  @TempDir Path folder;

  /// The server.
  protected ApiServer server;

  /// The owner of account 1.
  protected Client owner;

  @BeforeEach
  final void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  final void stop() {
    server.close();
  }

  /// The task of a request, when it has its verdict.
  protected JsonNode task(String method, String path, String body) {
    var reply = owner.send(method, "/v1" + path, body);
    assertThat(reply.status()).as(reply.http().body()).isEqualTo(202);
    server.process();
    return owner.get("/v1/tasks/" + reply.taskId()).json();
  }

  /// The resource of a request that is accepted.
  protected int accepted(String method, String path, String body) {
    var task = task(method, path, body);
    assertThat(task.get("status").asString()).as(task.toString()).isEqualTo("processing-completed");
    return task.at("/response/resourceId").asInt();
  }

  /// The same, and it is active by now.
  protected int active(Kind kind, String path, String body) {
    int id = accepted("POST", path, body);
    server.settle(kind, id, new Status.Active());
    return id;
  }

  /// Status and type of the error of a request that is refused.
  protected String refused(String method, String path, String body) {
    var error = task(method, path, body).at("/response/error");
    return error.path("status").asString() + " " + error.path("type").asString();
  }

  /// What a GET shows.
  protected JsonNode shown(String path) {
    var reply = owner.get("/v1" + path);
    assertThat(reply.status()).isEqualTo(200);
    return reply.json();
  }

  /// An active subscription with one active database of the same number.
  protected int database() {
    int subscription =
        accepted(
            "POST",
            "/subscriptions",
            """
            {"name":"shop","paymentMethod":"marketplace",
             "cloudProviders":[{"regions":[{"region":"us-east-1"}]}],
             "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
            """);
    int database =
        shown("/subscriptions/" + subscription + "/databases")
            .at("/subscription/0/databases/0/databaseId")
            .asInt();
    server.settle(Kind.DATABASE, database, new Status.Active());
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    assertThat(database).isEqualTo(subscription);
    return database;
  }

  /// An active subscription in a cloud account of the user's own.
  protected int inOwnCloudAccount() {
    int account =
        active(
            Kind.CLOUD_ACCOUNT,
            "/cloud-accounts",
            """
            {"name":"own","provider":"AWS","accessKeyId":"AKIA1","accessSecretKey":"s",
             "consoleUsername":"u","consolePassword":"p","signInLoginUrl":"https://example.org"}
            """);
    return active(
        Kind.SUBSCRIPTION,
        "/subscriptions",
        """
        {"name":"own","paymentMethod":"marketplace",
         "cloudProviders":[{"cloudAccountId":%d,"regions":[{"region":"us-east-1",
           "networking":{"deploymentCIDR":"10.0.0.0/24"}}]}],
         "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
        """
            .formatted(account));
  }
}
