package dev.slipway.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/// Every kind of wrong answer is found.
final class JudgeTest {
  private static final Description DESCRIPTION =
      Description.of(
          JsonMapper.shared()
              .readTree(
                  """
                  {"paths": {"/v1/rests": {"put": {
                     "operationId": "rest",
                     "requestBody": {"required": false, "content": {"application/json": {"schema": {
                        "type": "object", "properties": {}}}}},
                     "responses": {"200": {"description": "it rests"}}}},
                   "/v1/things/{id}": {"put": {
                     "operationId": "changeThing",
                     "requestBody": {"required": true, "content": {"application/json": {"schema": {
                        "type": "object", "properties": {"name": {"type": "string"}}}}}},
                     "responses": {
                        "200": {"content": {"application/json": {"schema": {
                           "type": "object", "properties": {"id": {"type": "integer"}}, "required": ["id"]}}}},
                        "204": {"description": "it was done"},
                        "206": {"content": {"text/csv": {}}},
                        "404": {"$ref": "#/components/responses/Failure"},
                        "500": {"$ref": "#/components/responses/Failure"},
                        "503": {"$ref": "#/components/responses/Failure"}}}}},
                   "components": {"responses": {"Failure": {"content": {"application/json": {"schema": {
                      "type": "object", "properties": {"status": {"type": "integer"}}}}}}}}}
                  """));
  private static final String GOOD = "{\"id\": 1}";

  private final Map<String, String> headers =
      new HashMap<>(
          Map.of(
              "content-type", "application/json",
              "x-request-id", "one",
              "x-rate-limit-remaining", "9"));
  private Duration took = Duration.ofMillis(5);
  private String path = "/v1/things/1";
  private String sent = "{\"name\": \"a\"}";

  @Test
  void answerAsDescribedIsGood() {
    assertThat(complaints(200, GOOD)).isEmpty();
    assertThat(complaints(404, "{\"status\": 404}")).isEmpty();
  }

  @Test
  void fileIsOfTheTypeThatIsDescribed() {
    headers.put("content-type", "text/csv");

    assertThat(complaints(206, "a,b")).isEmpty();
    assertThat(complaints(200, GOOD)).containsExactly("its type is text/csv");
  }

  @Test
  void answerWithoutContentHasNone() {
    assertThat(complaints(204, GOOD)).containsExactly("its type is application/json");
    headers.remove("content-type");

    assertThat(complaints(204, "")).isEmpty();
  }

  @Test
  void failureOfTheServerIsFoundThoughItIsDescribed() {
    assertThat(complaints(500, "{\"status\": 500}")).containsExactly("the server failed");
  }

  @Test
  void unavailableServerSaysWhenToComeBack() {
    assertThat(complaints(503, "{\"status\": 503}"))
        .containsExactly("it does not say when to come back");

    headers.put("retry-after", "1");

    assertThat(complaints(503, "{\"status\": 503}")).isEmpty();
  }

  @Test
  void statusThatIsNotDescribedIsFound() {
    assertThat(complaints(409, "{\"status\": 409}"))
        .containsExactly("the status 409 is not described");
  }

  @Test
  void unknownAndMissingFieldsAndWrongTypesAreFound() {
    assertThat(complaints(200, "{\"id\": 1, \"more\": 2}"))
        .containsExactly("body/more is not described");
    assertThat(complaints(200, "{}")).containsExactly("body has no id");
    assertThat(complaints(200, "{\"id\": \"1\"}")).containsExactly("body/id is no integer");
  }

  @Test
  void missingHeadersAndAnotherTypeAreFound() {
    headers.clear();

    assertThat(complaints(200, GOOD))
        .containsExactly(
            "it has no x-request-id", "it has no x-rate-limit-remaining", "its type is ");
  }

  @Test
  void lateAnswerIsFound() {
    took = Duration.ofSeconds(11);

    assertThat(complaints(200, GOOD)).containsExactly("it took longer than 10 s");
  }

  @Test
  void wrongBodyThatIsTakenIsFound() {
    sent = "{\"name\": 1, \"other\": null}";

    assertThat(complaints(200, GOOD)).containsExactly("it took a body in which/name is no text");
  }

  @Test
  void bodyThatIsNotDemandedMayBeMissing() {
    sent = "";

    assertThat(complaints(200, GOOD)).containsExactly("it took a body in which is no object");

    path = "/v1/rests";

    assertThat(complaints(200, GOOD)).isEmpty();
  }

  private List<String> complaints(int status, String body) {
    byte[] bytes = sent.getBytes(StandardCharsets.UTF_8);
    var request = new Request("PUT", path, List.of(), bytes);
    var probe = new Probe(DESCRIPTION.operations().getFirst(), Map.of(), request, false);
    return new Judge(DESCRIPTION).complaints(probe, new Answer(status, headers, body, took));
  }
}
