package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ActiveActiveTest;
import dev.slipway.api.http.Operation;
import dev.slipway.model.Kind;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Assertions;
import tools.jackson.databind.JsonNode;

/// Traps of requests and answers as such.
final class TransportTrapsTest extends ActiveActiveTest {
  private static final String PRINCIPAL = "{\"principal\":\"123456789012\"}";

  /// A write that is answered with nothing, or with 204 as the published document has it for
  /// PrivateLink, cannot be decoded. Only what the Go SDK never calls may say no more than "done".
  @Trap(1)
  void everyWriteIsAnsweredWithJson() {
    String database = "/subscriptions/" + database();
    String link = database + "/private-link";

    accepted(
        "POST", link, "{\"shareName\":\"r\",\"principal\":\"210987654321\",\"type\":\"iam_role\"}");
    accepted("POST", link + "/principals", PRINCIPAL);
    accepted("DELETE", link + "/principals", PRINCIPAL);
    accepted("DELETE", link + "/principals", "{\"principal\":\"210987654321\"}");
    accepted("DELETE", link, "");

    assertThat(server.operations())
        .filteredOn(operation -> operation.reply() instanceof Operation.Reply.Done)
        .extracting(Operation::id)
        .containsExactly("resumeBdbTraffic");
  }

  /// The Go SDK encodes the question mark into the path, on three routes.
  @Trap(2)
  void questionMarkInsideThePathBeginsTheQuery() {
    int single = database();
    int world = world();
    String link = "/subscriptions/" + single + "/private-link";
    String regional = "/subscriptions/" + world + "/regions/1/private-link";
    for (String path : new String[] {link, regional}) {
      accepted(
          "POST",
          path,
          "{\"shareName\":\"r\",\"principal\":\"123456789012\",\"type\":\"iam_role\"}");
    }

    assertThat(shown("/subscriptions/redis-versions%3FsubscriptionId=" + single))
        .isEqualTo(shown("/subscriptions/redis-versions?subscriptionId=" + single));
    for (String path : new String[] {link, regional}) {
      String script = path + "/endpoint-script%3FincludeTerraformAwsScript=true";
      var found = task("GET", script, "").at("/response/resource");
      assertThat(found.get("terraformAwsScript").asString()).isNotEmpty();
    }
  }

  /// The Go SDK ends some paths with a slash, and sends a body with DELETE.
  @Trap(3)
  void finalSlashIsNothingAndTheBodyOfADeleteIsRead() {
    int world = world();
    String regions = "/subscriptions/" + world + "/regions/";

    assertThat(owner.get("/v1/").json()).isEqualTo(owner.get("/v1").json());
    assertThat(task("GET", regions + "peerings/", "").at("/response/resource/regions")).hasSize(2);
    accepted("DELETE", regions, "{\"regions\":[{\"region\":\"us-east-1\"}]}");
    settle(world);
    assertThat(shown(regions).get("regions").findValuesAsString("region"))
        .containsExactly("us-east-2");
  }

  /// The Go SDK names a JSON content type also where it sends no body.
  @Trap(4)
  void contentTypeWithoutABodyIsNoFault() {
    int single = database();
    String gateways = "/subscriptions/" + single + "/transitGateways";
    int invitation =
        task("GET", gateways + "/invitations", "").at("/response/resource/resources/0/id").asInt();
    accepted("PUT", gateways + "/invitations/" + invitation + "/accept", "");
    int gateway = task("GET", gateways, "").at("/response/resource/tgws/0/id").asInt();

    accepted("POST", gateways + "/" + gateway + "/attachment", "");
    var backup = owner.post("/v1/subscriptions/" + single + "/databases/" + single + "/backup", "");
    assertThat(backup.status()).as(backup.http().body()).isEqualTo(202);
    accepted("POST", "/subscriptions/" + atGoogle() + "/private-service-connect", "");
  }

  private int atGoogle() {
    return active(
        Kind.SUBSCRIPTION,
        "/subscriptions",
        """
        {"name":"store","paymentMethod":"marketplace",
         "cloudProviders":[{"provider":"GCP","regions":[{"region":"us-central1"}]}],
         "databases":[{"name":"cache","datasetSizeInGb":0.1}]}
        """);
  }

  /// A number as a text, or a time in another form, and the whole answer is not decoded.
  @Trap(21)
  void numbersAreNumbersAndTimesAreInRfc3339() {
    int single = database();
    JsonNode database = shown("/subscriptions/" + single + "/databases/" + single);

    assertThat(shown("/payment-methods").at("/paymentMethods/0/creditCardEndsWith").isInt())
        .isTrue();
    assertThat(shown("/subscriptions/" + single + "/pricing").at("/pricing/0/quantity").isInt())
        .isTrue();
    for (String time : new String[] {"activatedOn", "lastModified"}) {
      Assertions.assertDoesNotThrow(() -> OffsetDateTime.parse(database.get(time).asString()));
    }
    Assertions.assertDoesNotThrow(
        () -> OffsetDateTime.parse(shown("/tasks").at("/tasks/0/timestamp").asString()));
  }

  /// Without a large number here, clients hold themselves to 400 requests a minute.
  @Trap(30)
  void everyAnswerLeavesClientsUnthrottled() {
    for (String path : new String[] {"/v1/subscriptions", "/v1/tasks/none", "/v1/nowhere"}) {
      assertThat(Integer.parseInt(owner.get(path).header("X-Rate-Limit-Remaining")))
          .as(path)
          .isGreaterThan(400);
    }
  }

  /// Clients and their tests look for some errors in the answer, and for others in the task.
  @Trap(30)
  void shapeIsRefusedAtOnceAndTheRestByTheTask() {
    int single = database();
    String database = "/subscriptions/" + single + "/databases/" + single;

    var shape = owner.put("/v1" + database, "{\"respVersion\":\"best_resp_100\"}");
    assertThat(shape.status()).isEqualTo(400);
    assertThat(shape.http().body())
        .contains("Bad Request: JSON parameter contains unsupported fields / values.")
        .contains("from String \\\"best_resp_100\\\"")
        .contains("not one of the values accepted for Enum class: [resp2, resp3]");
    assertThat(
            refused("PUT", database, "{\"enableTls\":true,\"clientTlsCertificates\":[\"none\"]}"))
        .isEqualTo("400 BAD_REQUEST DATABASE_INVALID_CERT");
  }
}
