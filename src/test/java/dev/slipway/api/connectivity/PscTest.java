package dev.slipway.api.connectivity;

import dev.slipway.model.Kind;

/// A test of Private Service Connect.
abstract class PscTest extends ConnectivityTest {
  static final String PSC = "/subscriptions/10001/private-service-connect";
  static final String ENDPOINT =
      """
      {"gcpProjectId":"shop","gcpVpcName":"main","gcpVpcSubnetName":"sub",
       "endpointConnectionName":"redis"}
      """;

  int service() {
    atGoogle();
    return active(Kind.PSC_SERVICE, PSC, "");
  }

  static String endpoint(int service, int id) {
    return PSC + "/" + service + "/endpoints/" + id;
  }
}
