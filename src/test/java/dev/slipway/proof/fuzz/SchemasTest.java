package dev.slipway.proof.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Our few words of JSON Schema mean what they mean to a library that knows all of them.
final class SchemasTest {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String THING =
      """
      {"type": "object", "additionalProperties": false, "required": ["name"], "properties": {
         "name": {"type": "string", "minLength": 1, "maxLength": 3, "pattern": "^(?:[a-c]*)$"},
         "size": {"type": "number", "minimum": 0.5, "maximum": 2},
         "count": {"type": "integer"},
         "kind": {"type": "string", "enum": ["one", "two"]},
         "on": {"type": "boolean"},
         "list": {"type": "array", "minItems": 1, "maxItems": 2, "items": {"type": "integer"}},
         "either": {"oneOf": [
            {"type": "object", "properties": {"a": {"type": "integer"}}, "required": ["a"]},
            {"type": "object", "properties": {"b": {"type": "integer"}}, "required": ["b"]}]},
         "any": {"description": "what you like"}}}
      """;

  private final JsonNode schema =
      JSON.readTree(THING.replace("\"additionalProperties\": false,", ""));
  private final Schemas ours = new Schemas(Description.of(JSON.readTree("{}")));
  private final Schema theirs =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(JSON.readTree(THING));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"name\": \"abc\"}",
        "{\"name\": \"a\", \"size\": 0.5, \"count\": 1.0, \"kind\": \"one\", \"on\": true}",
        "{\"name\": \"a\", \"list\": [1, 2], \"any\": {\"a\": null}}",
        "{}",
        "[]",
        "null",
        "{\"name\": \"\"}",
        "{\"name\": \"abca\"}",
        "{\"name\": \"abd\"}",
        "{\"name\": null}",
        "{\"name\": 1}",
        "{\"name\": \"a\", \"size\": 0.49}",
        "{\"name\": \"a\", \"size\": 2.01}",
        "{\"name\": \"a\", \"size\": \"1\"}",
        "{\"name\": \"a\", \"count\": 1.5}",
        "{\"name\": \"a\", \"count\": true}",
        "{\"name\": \"a\", \"kind\": \"three\"}",
        "{\"name\": \"a\", \"on\": \"true\"}",
        "{\"name\": \"a\", \"list\": []}",
        "{\"name\": \"a\", \"list\": [1, 2, 3]}",
        "{\"name\": \"a\", \"list\": [\"1\"]}",
        "{\"name\": \"a\", \"list\": 1}",
        "{\"name\": \"a\", \"either\": {\"a\": 1}}",
        "{\"name\": \"a\", \"either\": {\"b\": \"1\"}}",
        "{\"name\": \"a\", \"either\": {}}",
        "{\"name\": \"a\", \"more\": 1}"
      })
  void verdictIsThatOfALibrary(String value) {
    JsonNode tree = JSON.readTree(value);

    assertThat(ours.faults(schema, tree).isEmpty()).isEqualTo(theirs.validate(tree).isEmpty());
  }

  @Test
  void formatsAreChecked() {
    assertThat(faults("{\"type\": \"integer\", \"format\": \"int32\"}", "2147483648")).hasSize(1);
    assertThat(faults("{\"type\": \"integer\", \"format\": \"int64\"}", "9223372036854775808"))
        .hasSize(1);
    assertThat(faults("{\"type\": \"string\", \"format\": \"uuid\"}", "\"1\"")).hasSize(1);
    assertThat(faults("{\"type\": \"string\", \"format\": \"date-time\"}", "\"now\"")).hasSize(1);
    assertThat(
            faults("{\"type\": \"string\", \"format\": \"date-time\"}", "\"2026-01-01T00:00:00Z\""))
        .isEmpty();
  }

  @Test
  void wordsThatItDoesNotKnowAreFound() {
    assertThat(faults("{\"type\": \"string\", \"anyOf\": []}", "\"a\"")).hasSize(1);
    assertThat(faults("{\"type\": \"array\", \"minLength\": 1}", "[]")).hasSize(1);
    assertThat(faults("{\"type\": \"null\"}", "null")).hasSize(1);
  }

  @Test
  void valueThatFitsTwoChoicesIsFound() {
    assertThat(faults("{\"oneOf\": [{\"type\": \"integer\"}, {\"type\": \"number\"}]}", "1"))
        .containsExactly(" fits more than one choice");
  }

  private List<String> faults(String described, String value) {
    return ours.faults(JSON.readTree(described), JSON.readTree(value));
  }
}
