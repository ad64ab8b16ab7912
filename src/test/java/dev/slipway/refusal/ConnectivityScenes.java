package dev.slipway.refusal;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import java.util.List;

/// What connects subscriptions.
final class ConnectivityScenes {
  private static final String PSC = "/subscriptions/10001/private-service-connect";
  private static final String ENDPOINT = PSC + "/10001/endpoints/10001";
  private static final String TGW = "/subscriptions/10001/transitGateways";
  private static final String ATTACHMENT = TGW + "/10001/attachment";
  private static final String LINK = "/subscriptions/10001/private-link";

  private ConnectivityScenes() {}

  static List<Scene> all() {
    return List.of(
        Scene.of("google", "a subscription at Google in us-central1", ConnectivityScenes::google),
        Scene.of(
            "google-pending",
            "a subscription at Google that is being made",
            stage -> stage.accepted("POST", "/subscriptions", Setting.GOOGLE)),
        Scene.of(
            "cluster-at-google",
            "a subscription at Google with a database that has the cluster API",
            stage ->
                stage.active(
                    "/subscriptions",
                    Setting.GOOGLE.replace("0.1}", "0.1,'supportOSSClusterApi':true}"))),
        Scene.of(
            "forty-endpoints",
            "Private Service Connect with forty endpoints",
            stage -> {
              psc(stage);
              for (int i = 0; i < 40; i++) {
                stage.accepted(
                    "POST", PSC + "/10001", Setting.ENDPOINT.replace("'main'", "'main" + i + "'"));
              }
            }),
        Scene.of(
            "peering",
            "a VPC peering",
            stage -> {
              Setting.database(stage, "");
              stage.active("/subscriptions/10001/peerings", Setting.PEERING);
            }),
        Scene.of(
            "peering-pending",
            "a VPC peering that is being made",
            stage -> {
              Setting.database(stage, "");
              stage.accepted("POST", "/subscriptions/10001/peerings", Setting.PEERING);
            }),
        Scene.of(
            "peering-at-google",
            "a VPC peering at Google",
            stage -> {
              google(stage);
              stage.active(
                  "/subscriptions/10001/peerings",
                  "{'vpcProjectUid':'shop','vpcNetworkName':'main'}");
            }),
        Scene.of(
            "world-peering",
            "an Active-Active subscription with a VPC peering of us-east-2",
            stage -> {
              stage.active("/subscriptions", Setting.WORLD);
              stage.active("/subscriptions/10001/regions/peerings", Setting.WORLD_PEERING);
            }),
        Scene.of("psc", "Private Service Connect without endpoints", ConnectivityScenes::psc),
        Scene.of(
            "psc-pending",
            "Private Service Connect that is being made",
            stage -> {
              google(stage);
              stage.accepted("POST", PSC, "");
            }),
        Scene.of(
            "psc-deleting",
            "Private Service Connect that is being deleted",
            stage -> {
              psc(stage);
              stage.accepted("DELETE", PSC, "");
            }),
        Scene.of(
            "endpoint-described",
            "an endpoint that is only described, and a second one",
            ConnectivityScenes::described),
        Scene.of(
            "endpoint-in-making",
            "an endpoint whose script runs",
            stage -> {
              described(stage);
              stage.accepted("GET", ENDPOINT + "/creationScripts", "");
            }),
        Scene.of(
            "endpoint",
            "an endpoint that waits to be accepted",
            stage -> {
              described(stage);
              stage.accepted("GET", ENDPOINT + "/creationScripts", "");
              stage.settle(Kind.PSC_ENDPOINT, Stage.FIRST, new Status.Pending("pending"));
            }),
        Scene.of(
            "endpoint-active",
            "an endpoint that is accepted, and a second one that is described",
            stage -> {
              described(stage);
              stage.accepted("GET", ENDPOINT + "/creationScripts", "");
              stage.settle(Kind.PSC_ENDPOINT, Stage.FIRST, new Status.Active());
            }),
        Scene.of("invited", "an invitation to a transit gateway", ConnectivityScenes::invited),
        Scene.of("gateway", "a transit gateway", ConnectivityScenes::gateway),
        Scene.of(
            "attaching",
            "a transit gateway whose attachment is being made",
            stage -> {
              gateway(stage);
              stage.accepted("POST", ATTACHMENT, "");
            }),
        Scene.of(
            "attached",
            "a transit gateway with an attachment, for 10.10.0.0/16",
            stage -> {
              gateway(stage);
              stage.active(ATTACHMENT, "");
              stage.accepted("PUT", ATTACHMENT, "{'cidrs':['10.10.0.0/16']}");
              stage.rest();
            }),
        Scene.of(
            "detaching",
            "a transit gateway whose attachment is being deleted",
            stage -> {
              gateway(stage);
              stage.active(ATTACHMENT, "");
              stage.accepted("DELETE", ATTACHMENT, "");
            }),
        Scene.of(
            "gateway-while-changing",
            "a transit gateway, and the subscription grows",
            stage -> {
              gateway(stage);
              stage.accepted(
                  "PUT", "/subscriptions/10001/databases/10001", "{'datasetSizeInGb':20}");
            }),
        Scene.of(
            "link",
            "a PrivateLink with the principal 123456789012",
            stage -> {
              Setting.database(stage, "");
              stage.active(LINK, Setting.LINK);
            }),
        Scene.of(
            "link-pending",
            "a PrivateLink that is being made, and its principal",
            stage -> {
              Setting.database(stage, "");
              stage.accepted("POST", LINK, Setting.LINK);
            }),
        Scene.of(
            "link-principal-going",
            "a PrivateLink whose principal is being removed",
            stage -> {
              Setting.database(stage, "");
              stage.active(LINK, Setting.LINK);
              stage.accepted("DELETE", LINK + "/principals", "{'principal':'123456789012'}");
            }),
        Scene.of(
            "link-deleting",
            "a PrivateLink that is being deleted",
            stage -> {
              Setting.database(stage, "");
              stage.active(LINK, Setting.LINK);
              stage.accepted("DELETE", LINK + "/principals", "{'principal':'123456789012'}");
              stage.forget(Kind.LINK_PRINCIPAL, Stage.FIRST);
              stage.accepted("DELETE", LINK, "");
            }),
        Scene.of(
            "world-link",
            "an Active-Active subscription with a PrivateLink in us-east-1",
            stage -> {
              stage.active("/subscriptions", Setting.WORLD);
              stage.active("/subscriptions/10001/regions/1/private-link", Setting.LINK);
            }));
  }

  private static void google(Stage stage) {
    stage.active("/subscriptions", Setting.GOOGLE);
  }

  private static void psc(Stage stage) {
    google(stage);
    stage.active(PSC, "");
  }

  private static void described(Stage stage) {
    psc(stage);
    stage.accepted("POST", PSC + "/10001", Setting.ENDPOINT);
    stage.accepted("POST", PSC + "/10001", Setting.ENDPOINT.replace("'main'", "'second'"));
  }

  private static void invited(Stage stage) {
    Setting.database(stage, "");
    stage.accepted("GET", TGW + "/invitations", "");
  }

  private static void gateway(Stage stage) {
    invited(stage);
    stage.accepted("PUT", TGW + "/invitations/10001/accept", "");
  }
}
