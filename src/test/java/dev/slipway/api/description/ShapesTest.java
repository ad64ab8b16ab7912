package dev.slipway.api.description;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class ShapesTest {
  private final Shapes shapes = new Shapes();

  enum Colour {
    DARK_RED,
    BLUE
  }

  @JsonIgnoreProperties({"id", "links"})
  record Wire(
      @NotNull @NotBlank @Size(max = 9) String name,
      @JsonProperty("OSS") @Nullable Boolean oss,
      @Nullable @Min(2) @Max(5) Integer count,
      @Nullable Colour colour,
      @Nullable List<@NotNull @Pattern(regexp = "a+") String> names,
      @Nullable @Size(min = 1, max = 3) List<Wire> inner,
      @Nullable @Pattern(regexp = "(?: *+[a-c]++)?+") String slow,
      @Nullable Object anything) {}

  record Plain(UUID id, Instant at, long bytes, double share, Map<String, String> more) {}

  @Test
  void componentWithoutNullableIsRequired() {
    assertThat(shape(Wire.class, "ShapesTestWire").path("required")).isEqualTo(json("[\"name\"]"));
  }

  @Test
  void componentBearsTheNameThatItHasOnTheWire() {
    assertThat(property("OSS").path("type").asString()).isEqualTo("boolean");
  }

  @Test
  void rulesOfAComponentAreBounds() {
    assertThat(property("name"))
        .isEqualTo(json("{\"type\":\"string\",\"minLength\":1,\"maxLength\":9}"));
    assertThat(property("count").path("minimum").asInt()).isEqualTo(2);
    assertThat(property("count").path("maximum").asInt()).isEqualTo(5);
  }

  @Test
  void rulesOfElementsAreBoundsOfItems() {
    assertThat(property("names").path("items"))
        .isEqualTo(json("{\"type\":\"string\",\"pattern\":\"^(?:a+)$\"}"));
    assertThat(property("inner").path("minItems").asInt()).isEqualTo(1);
    assertThat(property("inner").path("maxItems").asInt()).isEqualTo(3);
  }

  @Test
  void listsAreBoundedAsLists() {
    assertThat(property("inner").propertyNames())
        .containsExactlyInAnyOrder("type", "items", "minItems", "maxItems");
  }

  @Test
  void patternsAreReadInAnyLanguage() {
    assertThat(property("slow").path("pattern").asString()).isEqualTo("^(?:(?: *[a-c]+)?)$");
  }

  @Test
  void wordsOfAnEnumAreListed() {
    assertThat(property("colour"))
        .isEqualTo(json("{\"type\":\"string\",\"enum\":[\"dark-red\",\"blue\"]}"));
  }

  @Test
  void echoesThatAreIgnoredAreReadOnly() {
    assertThat(property("links").path("readOnly").asBoolean()).isTrue();
  }

  @Test
  void whereAnythingGoesNothingIsSaid() {
    assertThat(property("anything")).isEmpty();
  }

  @Test
  void plainTypesHaveTheirFormats() {
    assertThat(shape(Plain.class, "ShapesTestPlain").path("properties"))
        .isEqualTo(
            json(
                """
                {"id": {"type": "string", "format": "uuid"},
                 "at": {"type": "string", "format": "date-time"},
                 "bytes": {"type": "integer", "format": "int64"},
                 "share": {"type": "number", "format": "double"},
                 "more": {"type": "object"}}
                """));
  }

  @Test
  void twoRecordsOfOneNameAreRefused() {
    var _ = shapes.of(Wire.class);

    assertThatThrownBy(() -> shapes.of(ShapesTestWire.class))
        .hasMessageContaining("are both called");
  }

  private JsonNode shape(Class<?> record, String name) {
    assertThat(shapes.of(record)).containsEntry("$ref", "#/components/schemas/" + name);
    return JsonMapper.shared().valueToTree(shapes.named()).path(name);
  }

  private JsonNode property(String name) {
    return shape(Wire.class, "ShapesTestWire").path("properties").path(name);
  }

  private static JsonNode json(String text) {
    return JsonMapper.shared().readTree(text);
  }
}

/// Has the name that the other one gets from its enclosing class.
record ShapesTestWire(String other) {}
