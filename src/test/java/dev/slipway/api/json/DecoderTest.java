package dev.slipway.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.database.CreateDatabaseBody;
import dev.slipway.api.database.RespVersion;
import dev.slipway.api.database.UpdateDatabaseBody;
import dev.slipway.api.subscription.CreateSubscriptionBody;
import dev.slipway.model.Eviction;
import dev.slipway.model.SubscriptionSpec;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// What is understood.
final class DecoderTest {
  private static final Decoder<CreateDatabaseBody> DATABASE = Decoder.of(CreateDatabaseBody.class);
  private static final Decoder<UpdateDatabaseBody> CHANGE = Decoder.of(UpdateDatabaseBody.class);
  private static final Decoder<CreateSubscriptionBody> SUBSCRIPTION =
      Decoder.of(CreateSubscriptionBody.class);

  @Test
  void goodBodyBecomesItsRecord() {
    var body = database("{\"name\":\"cache\",\"datasetSizeInGb\":1,\"respVersion\":\"resp2\"}");

    assertThat(body.name()).isEqualTo("cache");
    assertThat(body.datasetSizeInGb()).isEqualTo(1.0);
    assertThat(body.respVersion()).isEqualTo(RespVersion.RESP2);
    assertThat(body.password()).isNull();
  }

  @Test
  void wordsAreReadInAnyCase() {
    var body =
        SUBSCRIPTION.decode(
            bytes(
                """
                {"memoryStorage":"RAM","cloudProviders":[{"provider":"aws","regions":[{"region":"us-east-1"}]}],
                 "databases":[]}
                """));

    assertThat(body.memoryStorage()).isEqualTo(SubscriptionSpec.MemoryStorage.RAM);
    assertThat(body.cloudProviders().getFirst().provider())
        .isEqualTo(SubscriptionSpec.Provider.AWS);
  }

  @Test
  void spellingsOfOtherClientsAreUnderstood() {
    var body =
        database(
            """
            {"name":"a","supportOssClusterApi":true,"useExternalEndpointForOssClusterApi":true,
             "remoteBackup":{"active":true,"timeUtc":"16:00"},
             "clientTlsCertificates":["one",{"publicCertificatePEMString":"two"},
                                      {"publicCertificatePemString":"three"}]}
            """);

    assertThat(body.supportOssClusterApi()).isTrue();
    assertThat(body.useExternalEndpointForOssClusterApi()).isTrue();
    assertThat(body.remoteBackup()).extracting("timeUtc").isEqualTo("16:00");
    assertThat(body.clientTlsCertificates())
        .extracting("publicCertificatePEMString")
        .containsExactly("one", "two", "three");
  }

  @Test
  void echoesOfAnswersAreIgnored() {
    var body =
        CHANGE.decode(
            bytes(
                """
                {"subscriptionId":1,"databaseId":"x","commandType":7,"replicaOf":null,
                 "dataEvictionPolicy":"allkeys-lru"}
                """));

    assertThat(body.dataEvictionPolicy()).isEqualTo(Eviction.ALLKEYS_LRU);
    assertThat(body.replicaOf()).isNull();
  }

  @Test
  void emptyListIsNotTheSameAsNone() {
    assertThat(CHANGE.decode(bytes("{\"replicaOf\":[]}")).replicaOf()).isEmpty();
  }

  private static CreateDatabaseBody database(String json) {
    return DATABASE.decode(bytes(json));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
