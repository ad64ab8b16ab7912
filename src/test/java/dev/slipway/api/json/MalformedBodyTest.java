package dev.slipway.api.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.api.database.CreateDatabaseBody;
import dev.slipway.api.database.UpdateDatabaseBody;
import dev.slipway.api.subscription.CreateSubscriptionBody;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is refused, and in which words.
final class MalformedBodyTest {
  private static final Decoder<CreateDatabaseBody> DATABASE = Decoder.of(CreateDatabaseBody.class);
  private static final Decoder<UpdateDatabaseBody> CHANGE = Decoder.of(UpdateDatabaseBody.class);
  private static final Decoder<CreateSubscriptionBody> SUBSCRIPTION =
      Decoder.of(CreateSubscriptionBody.class);

  @Test
  void missingRequiredFieldIsAFaultAlthoughItHasAnotherRule() {
    String body = "{\"name\":\"a\",\"throughputMeasurement\":{\"by\":\"number-of-shards\"}}";

    assertThat(faults(DATABASE, body)).containsExactly("throughputMeasurement.value");
  }

  @Test
  void missingFieldsDeepInsideAreNamedByTheirPath() {
    assertThat(faults(SUBSCRIPTION, "{\"cloudProviders\":[{\"regions\":[{}]}],\"databases\":[{}]}"))
        .containsExactlyInAnyOrder("cloudProviders[0].regions[0].region", "databases[0].name");
  }

  @Test
  void missingListsAreFaults() {
    assertThat(faults(SUBSCRIPTION, "{}")).containsExactlyInAnyOrder("cloudProviders", "databases");
  }

  @Test
  void allFaultsComeAtOnce() {
    String body =
        """
        {"name":5,"port":"10001","datasetSizeInGb":0.01,"respVersion":"best_resp_100","nmae":"x",
         "alerts":[{"name":"latency","value":1.5},{"value":3}],"sourceIp":[7,"10.0.0.0/8",null]}
        """;

    assertThat(faults(DATABASE, body))
        .containsExactlyInAnyOrder(
            "name",
            "port",
            "datasetSizeInGb",
            "respVersion",
            "nmae",
            "alerts[0].value",
            "alerts[1].name",
            "sourceIp[0]",
            "sourceIp[2]");
  }

  @Test
  void unknownEnumWordIsAnsweredInTheWordsThatClientsMatch() {
    var refusal = refused(DATABASE, "{\"name\":\"a\",\"respVersion\":\"best_resp_100\"}");

    assertThat(refusal.sentence())
        .startsWith(
            "Bad Request: JSON parameter contains unsupported fields / values. JSON parse error:"
                + " Cannot deserialize value of type `mappings.RespVersion` from String"
                + " \"best_resp_100\": not one of the values accepted for Enum class: [resp2, resp3]");
  }

  @Test
  void unknownFieldIsAnsweredWithTheNearestOne() {
    var refusal = refused(DATABASE, "{\"name\":\"a\",\"dataPersistance\":\"none\"}");

    assertThat(refusal.faults().getFirst().problem()).contains("did you mean \"dataPersistence\"?");
  }

  @Test
  void unknownFieldLikeNoOtherIsAnsweredWithAllOfThem() {
    var refusal = refused(CHANGE, "{\"zzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzzz\":1}");

    assertThat(refusal.faults().getFirst().problem()).contains("known fields:", "enableTls");
  }

  @ParameterizedTest
  @CsvSource({
    "port, 1.5, a whole number",
    "port, 1e3, a whole number",
    "port, '\"12000\"', a whole number",
    "port, '\"\"', a whole number",
    "port, true, a whole number",
    "port, 99999999999, a whole number",
    "averageItemSizeInBytes, 99999999999999999999, a whole number",
    "datasetSizeInGb, '\"1\"', a finite number",
    "datasetSizeInGb, '\"NaN\"', a finite number",
    "datasetSizeInGb, 1e400, a finite number",
    "replication, '\"true\"', true or false",
    "replication, 1, true or false",
    "password, 5, a string",
    "password, true, a string",
    "password, 1.5, a string",
    "sourceIp, '\"10.0.0.0/8\"', a list",
    "remoteBackup, 5, an object",
    "throughputMeasurement, [], an object",
  })
  void valuesOfAnotherTypeAreRefused(String field, String value, String wanted) {
    var refusal = refused(DATABASE, "{\"name\":\"a\",\"" + field + "\":" + value + "}");

    assertThat(refusal.faults()).hasSize(1);
    assertThat(refusal.faults().getFirst().field()).isEqualTo(field);
    assertThat(refusal.faults().getFirst().problem()).contains(wanted);
  }

  @ParameterizedTest
  @CsvSource({"datasetSizeInGb, a finite number", "port, a whole number"})
  void hugeIntegerIsRefusedWithTheRule(String field, String wanted) {
    String body = "{\"name\":\"a\",\"" + field + "\":" + "9".repeat(900) + "}";

    assertThat(refused(DATABASE, body).faults().getFirst().problem()).contains(wanted);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "nonsense",
        "{\"name\":",
        "{} {}",
        "{\"a\":1,\"a\":2}",
        "[]",
        "5",
        "null"
      })
  void textThatIsNoObjectIsRefused(String text) {
    assertThat(faults(CHANGE, text)).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'name':| ends before its JSON does",
        "{'name':'a'| ends before its JSON does",
        "{'datasetSizeInGb':NaN}| is not JSON here; send one JSON object (line 1, column",
        "{'name':Infinity}| is not JSON here",
        "nonsense| is not JSON here",
        "{'name':'a',}| is not JSON here",
        "{} {}| something follows",
        "{'a':1,'a':2}| a field comes twice: \"a\"",
      })
  void faultsOfTheTextAreToldInOurOwnWords(String text, String words) {
    String json = text.replace('\'', '"');

    assertThat(refused(CHANGE, json).sentence())
        .contains(words)
        .doesNotContain("REDACTED", "Feature", "StreamRead", "UNKNOWN", "Token", "bound as");
  }

  @Test
  void bodyOfADepthOf32IsReadToItsEnd() {
    assertThat(refused(CHANGE, nested(32)).sentence())
        .contains("name")
        .doesNotContain("depth of 32");
  }

  @Test
  void bodyThatNestsOneDeeperIsRefused() {
    assertThat(refused(CHANGE, nested(33)).sentence())
        .contains("a depth of 32 at most")
        .doesNotContain("StreamReadConstraints");
  }

  private static String nested(int depth) {
    int lists = depth - 1; // in one object
    return "{\"name\":" + "[".repeat(lists) + "]".repeat(lists) + "}";
  }

  @Test
  void sameFieldTwiceIsRefused() {
    assertThat(refused(CHANGE, "{\"name\":\"a\",\"name\":\"b\"}").sentence()).contains("name");
  }

  @Test
  void hundredsOfFaultsAreBounded() {
    String many =
        IntStream.range(0, 500).mapToObj(i -> "\"x" + i + "\":1").collect(Collectors.joining(","));

    assertThat(faults(CHANGE, "{" + many + "}")).hasSize(50);
  }

  private static List<String> faults(Decoder<?> decoder, String json) {
    return refused(decoder, json).faults().stream().map(Fault::field).toList();
  }

  private static MalformedBody refused(Decoder<?> decoder, String json) {
    return catchThrowableOfType(MalformedBody.class, () -> decoder.decode(bytes(json)));
  }

  private static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
