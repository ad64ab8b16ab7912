package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Kind;
import dev.slipway.model.Status;
import tools.jackson.databind.JsonNode;

/// A test of what is for Active-Active subscriptions.
public abstract class ActiveActiveTest extends FamilyTest {
  /// A subscription in two regions, the second one named first, with one database.
  protected static final String TWO_REGIONS =
      """
      {"name":"world","deploymentType":"active-active","paymentMethod":"marketplace",
       "cloudProviders":[{"regions":[
         {"region":"us-east-2","networking":{"deploymentCIDR":"10.0.2.0/24"}},
         {"region":"us-east-1","networking":{"deploymentCIDR":"10.0.1.0/24"}}]}],
       "databases":[{"name":"cache","datasetSizeInGb":0.5}]}
      """;

  /// It, active, with one active database of the same number.
  protected int world() {
    int subscription = accepted("POST", "/subscriptions", TWO_REGIONS);
    settle(subscription);
    return subscription;
  }

  /// The subscription and all its databases come to rest.
  protected void settle(int subscription) {
    for (var row : databases(subscription).get("databases")) {
      server.settle(Kind.DATABASE, row.get("databaseId").asInt(), new Status.Active());
    }
    server.settle(Kind.SUBSCRIPTION, subscription, new Status.Active());
    assertThat(shown("/subscriptions/" + subscription).get("status").asString())
        .isEqualTo("active");
  }

  /// The databases of a subscription, as they are listed.
  protected JsonNode databases(int subscription) {
    return shown("/subscriptions/" + subscription + "/databases").at("/subscription/0");
  }
}
