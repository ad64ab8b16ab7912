package dev.slipway.admin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.AccountId;
import dev.slipway.model.Course;
import dev.slipway.model.Kind;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.Place;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Status;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.store.sql.Stores;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Account 1 has one of each, all of them number 1 and new.
final class EmulatedOperationsTest extends AdminTest {
  private static final String ALL = ACCOUNTS + "/1/emulated/";

  @BeforeEach
  void fill() {
    server.owner(1);
    var account = new AccountId(1);
    var place = Place.of(1);
    var network = new PscEndpointSpec.Network("p", "v", "s", "c");
    var asked = Course.PEERING_ASKED_FOR;
    var named = Course.PRINCIPAL_NAMED;
    var type = LinkPrincipalSpec.Type.AWS_ACCOUNT;
    server.write(
        tx -> {
          var now = Stores.START;
          var peering =
              new PeeringSpec(place, asked, null, new PeeringSpec.Network("project", "network"));
          tx.peerings().add(account, 1, 1, peering, asked.start(), now);
          var service = new PscServiceSpec(place, Course.PSC_SERVICE_ASKED_FOR);
          tx.pscServices().add(account, 1, 1, service, service.course().start(), now);
          var endpoint =
              new PscEndpointSpec(place, Course.PSC_ENDPOINT_DESCRIBED, 1, network, false);
          tx.pscEndpoints().add(account, 1, 1, endpoint, endpoint.course().start(), now);
          var attachment = new TgwAttachmentSpec(place, Course.ATTACHMENT_ASKED_FOR, 1, List.of());
          tx.tgwAttachments().add(account, 1, 1, attachment, attachment.course().start(), now);
          var link = new PrivateLinkSpec(place, Course.LINK_ASKED_FOR, "link");
          tx.privateLinks().add(account, 1, 1, link, link.course().start(), now);
          var principal = new LinkPrincipalSpec(place, named, 1, "principal", type, null, true);
          tx.linkPrincipals().add(account, 1, 1, principal, named.start(), now);
          return true;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "peerings, accept, active",
    "peerings, reject, inactive",
    "peerings, fail, failed",
    "psc-services, accept, active",
    "psc-services, reject, provision-failed",
    "psc-services, fail, provision-failed",
    "psc-endpoints, accept, pending",
    "psc-endpoints, reject, deleted",
    "psc-endpoints, fail, failed",
    "tgw-attachments, accept, available",
    "tgw-attachments, reject, rejected",
    "tgw-attachments, fail, failed",
    "private-links, accept, active",
    "private-links, reject, failed",
    "private-links, fail, failed",
    "link-principals, accept, associated",
    "link-principals, reject, failed",
    "link-principals, fail, failed",
  })
  void otherSideSaysWhatItIsTold(String kind, String reply, String status) {
    var shown = done("POST", ALL + kind + "/1", body(reply));

    assertThat(shown.get("status").asString()).isEqualTo(status);
    assertThat(shown.get("id").asInt()).isEqualTo(1);
  }

  @Test
  void listHasAllKinds() {
    var list = done("GET", ACCOUNTS + "/1/emulated", "").get("emulated");

    assertThat(list.findValuesAsString("kind"))
        .containsExactly(
            "peerings",
            "psc-services",
            "psc-endpoints",
            "tgw-attachments",
            "private-links",
            "link-principals");
    assertThat(list.at("/0/status").asString()).isEqualTo("initiating-request");
    assertThat(list.at("/0/name").asString()).isEqualTo("network");
  }

  @Test
  void peeringIsActiveAtOnce() {
    done("POST", ALL + "peerings/1", body("accept"));

    Status status =
        server.read(tx -> tx.peerings().find(new AccountId(1), 1).orElseThrow().status());
    assertThat(status).isEqualTo(new Status.Active());
  }

  @Test
  void endpointThatIsMadeMayBeTakenDownThereToo() {
    done("POST", ALL + "psc-endpoints/1", body("accept"));
    assertThat(refused(409, "POST", ALL + "psc-endpoints/1", body("accept"))).contains("waits");

    done("POST", ALL + "psc-endpoints/1", body("reject"));

    assertThat(refused(404, "POST", ALL + "psc-endpoints/1", body("reject"))).contains("none");
  }

  @ParameterizedTest
  @CsvSource({"404, peerings/2", "404, bridges/1"})
  void whatIsNotThereIsNotFound(int status, String path) {
    assertThat(refused(status, "POST", ALL + path, body("accept"))).isNotEmpty();
  }

  @Test
  void rejectedPeeringStaysRejected() {
    done("POST", ALL + "peerings/1", body("reject"));

    assertThat(refused(409, "POST", ALL + "peerings/1", body("accept")))
        .contains(new Ref(Kind.VPC_PEERING, 1).toString());
  }

  @Test
  void replyIsOneOfThree() {
    assertThat(ask("POST", ALL + "peerings/1", body("perhaps")).status()).isEqualTo(400);
    assertThat(ask("POST", ALL + "peerings/1", "{}").status()).isEqualTo(400);
  }

  private static String body(String reply) {
    return "{\"reply\": \"%s\"}".formatted(reply);
  }
}
