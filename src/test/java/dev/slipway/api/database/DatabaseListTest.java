package dev.slipway.api.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is shown of all databases of a subscription.
final class DatabaseListTest extends DatabaseTest {
  @Test
  void listIsWrappedInTheOneSubscriptionAndShowsNoPassword() {
    var json = owner.get(databases() + "?offset=0&limit=100").json();

    assertThat(json.get("accountId").asInt()).isEqualTo(1);
    assertThat(json.get("subscription").size()).isEqualTo(1);
    assertThat(json.at("/subscription/0/subscriptionId").asInt()).isEqualTo(subscription);
    assertThat(json.at("/subscription/0/numberOfDatabases").asInt()).isEqualTo(1);
    assertThat(json.at("/subscription/0/databases/0/security").has("enableTls")).isTrue();
    assertThat(json.at("/subscription/0/databases/0/security").has("password")).isFalse();
    assertThat(json.at("/links/0/href").asString()).endsWith("databases?offset=0&limit=100");
  }

  @ParameterizedTest
  @CsvSource({"0, 2, 2", "1, 2, 2", "2, 2, 1", "0, 1, 1"})
  void pageHoldsWhatWasAskedFor(int offset, int limit, int rows) {
    created("{\"name\":\"b\",\"datasetSizeInGb\":1}");
    created("{\"name\":\"c\",\"datasetSizeInGb\":1}");

    var json = owner.get(databases() + "?offset=" + offset + "&limit=" + limit).json();

    assertThat(json.at("/subscription/0/databases").size()).isEqualTo(rows);
    assertThat(json.at("/subscription/0/numberOfDatabases").asInt()).isEqualTo(3);
  }

  @Test
  void pageBehindTheLastIsNotFound() {
    assertThat(owner.get(databases() + "?limit=100&offset=100").status()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"limit=0", "limit=1001", "limit=x", "offset=-1"})
  void pagesThatCannotBeAreRefused(String query) {
    assertThat(owner.get(databases() + "?" + query).status()).isEqualTo(400);
  }
}
