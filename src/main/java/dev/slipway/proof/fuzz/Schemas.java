package dev.slipway.proof.fuzz;

import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/// Tells whether values have the shape that the document describes. It knows the words that the
/// document uses; any other word of JSON Schema is an error in itself, so that none is passed over.
record Schemas(Description description) {
  private static final Set<String> ANYWHERE = Set.of("type", "description", "readOnly", "format");
  private static final Set<String> TEXT = Set.of("enum", "pattern", "minLength", "maxLength");
  private static final Set<String> NUMBER = Set.of("minimum", "maximum");
  private static final Set<String> LIST = Set.of("items", "minItems", "maxItems");
  private static final Set<String> OBJECT = Set.of("properties", "required");

  /// What is wrong with a value; empty when nothing is. Objects have no fields but those described.
  List<String> faults(JsonNode schema, JsonNode value) {
    List<String> faults = new ArrayList<>();
    check(schema, value, "", faults);
    return faults;
  }

  private void check(JsonNode reference, JsonNode value, String at, List<String> faults) {
    JsonNode schema = description.resolve(reference);
    switch (schema.path("type").asString("")) {
      case "" -> oneOf(schema, value, at, faults);
      case "object" -> object(schema, value, at, faults);
      case "array" -> list(schema, value, at, faults);
      case "string" -> text(schema, value, at, faults);
      case "integer", "number" -> number(schema, value, at, faults);
      case "boolean" -> require(value.isBoolean(), at + " is no boolean", faults);
      default -> faults.add(at + " has the type " + schema.path("type"));
    }
  }

  /// Where there is a choice, exactly one must fit; else what the nearest has to say is told.
  private void oneOf(JsonNode schema, JsonNode value, String at, List<String> faults) {
    known(schema, Set.of("oneOf"), at, faults);
    List<List<String>> verdicts = new ArrayList<>();
    for (JsonNode choice : schema.path("oneOf")) {
      List<String> found = new ArrayList<>();
      check(choice, value, at, found);
      verdicts.add(found);
    }
    long fitting = verdicts.stream().filter(List::isEmpty).count();
    require(fitting < 2, at + " fits more than one choice", faults);
    verdicts.stream().min(Comparator.comparingInt(List::size)).ifPresent(faults::addAll);
  }

  private static void known(JsonNode schema, Set<String> own, String at, List<String> faults) {
    for (String word : schema.propertyNames()) {
      require(
          ANYWHERE.contains(word) || own.contains(word),
          at + " is described with " + word + ", which says nothing of its type",
          faults);
    }
  }

  private void object(JsonNode schema, JsonNode value, String at, List<String> faults) {
    known(schema, OBJECT, at, faults);
    require(value.isObject(), at + " is no object", faults);
    JsonNode properties = schema.path("properties");
    for (JsonNode name : schema.path("required")) {
      require(value.has(name.asString()), at + " has no " + name.asString(), faults);
    }
    for (var field : value.properties()) {
      String place = at + "/" + field.getKey();
      JsonNode own = properties.path(field.getKey());
      if (!own.isMissingNode()) {
        check(own, field.getValue(), place, faults);
      } else if (schema.has("properties")) {
        faults.add(place + " is not described");
      }
    }
  }

  private void list(JsonNode schema, JsonNode value, String at, List<String> faults) {
    known(schema, LIST, at, faults);
    require(value.isArray(), at + " is no list", faults);
    within(schema, value.size(), "Items", at, faults);
    for (int i = 0; i < value.size(); i++) {
      check(schema.path("items"), value.path(i), at + "/" + i, faults);
    }
  }

  private static void text(JsonNode schema, JsonNode value, String at, List<String> faults) {
    known(schema, TEXT, at, faults);
    if (!value.isString()) {
      faults.add(at + " is no text");
      return;
    }
    String text = value.asString();
    within(schema, text.codePointCount(0, text.length()), "Length", at, faults);
    if (schema.has("pattern")) {
      boolean fits = Pattern.compile(schema.path("pattern").asString()).matcher(text).find();
      require(fits, at + " does not match its pattern", faults);
    }
    if (schema.has("enum")) {
      boolean listed = schema.path("enum").valueStream().anyMatch(value::equals);
      require(listed, at + " is none of its words", faults);
    }
    require(formatted(schema.path("format").asString(""), text), at + " is misformed", faults);
  }

  private static boolean formatted(String format, String text) {
    try {
      return switch (format) {
        case "" -> true;
        case "date-time" -> OffsetDateTime.parse(text).getYear() > 0;
        case "uuid" -> UUID.fromString(text).toString().equals(text);
        default -> false;
      };
    } catch (DateTimeParseException | IllegalArgumentException _) {
      return false;
    }
  }

  private static void number(JsonNode schema, JsonNode value, String at, List<String> faults) {
    known(schema, NUMBER, at, faults);
    boolean whole = schema.path("type").asString().equals("integer");
    if (!value.isNumber() || (whole && !value.canConvertToExactIntegral())) {
      faults.add(at + " is no " + schema.path("type").asString());
      return;
    }
    boolean fits =
        switch (schema.path("format").asString("")) {
          case "int32" -> value.canConvertToInt();
          case "int64" -> value.canConvertToLong();
          default -> true;
        };
    require(fits, at + " is too large", faults);
    double number = value.asDouble();
    require(number >= schema.path("minimum").asDouble(number), at + " is too small", faults);
    require(number <= schema.path("maximum").asDouble(number), at + " is too large", faults);
  }

  private static void within(
      JsonNode schema, int size, String unit, String at, List<String> faults) {
    require(size >= schema.path("min" + unit).asInt(size), at + " is too short", faults);
    require(size <= schema.path("max" + unit).asInt(size), at + " is too long", faults);
  }

  private static void require(boolean holds, String otherwise, List<String> faults) {
    if (!holds) {
      faults.add(otherwise);
    }
  }
}
