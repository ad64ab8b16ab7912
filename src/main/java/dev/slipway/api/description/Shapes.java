package dev.slipway.api.description;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.api.json.Words;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The schemas of the records that come in and go out, each under its name.
///
/// For use by one thread.
final class Shapes {
  private final SortedMap<String, Object> named = new TreeMap<>();
  private final Map<String, Class<?>> owners = new LinkedHashMap<>();

  /// All that were asked for, with those that they refer to.
  Map<String, Object> named() {
    return named;
  }

  /// The schema of a record, as a reference to its name; of another type, in place.
  Map<String, Object> of(Type type) {
    return switch (type) {
      case Class<?> record when record.isRecord() -> reference(record);
      case Class<?> family when family.isInterface() && family.isSealed() -> choice(family);
      case Class<?> plain -> plain(plain);
      case ParameterizedType list when list.getRawType() == List.class ->
          new LinkedHashMap<>(
              Map.of("type", "array", "items", of(list.getActualTypeArguments()[0])));
      default -> new LinkedHashMap<>(Map.of("type", "object"));
    };
  }

  /// One of the records of a sealed family.
  private Map<String, Object> choice(Class<?> family) {
    named.put(
        name(family),
        Map.of("oneOf", Stream.of(family.getPermittedSubclasses()).map(this::of).toList()));
    return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name(family)));
  }

  private Map<String, Object> reference(Class<?> record) {
    String name = name(record);
    Class<?> owner = owners.putIfAbsent(name, record);
    if (owner != null && owner != record) {
      throw new IllegalStateException(owner + " and " + record + " are both called " + name);
    }
    if (owner == null) {
      named.put(name, Map.of()); // a record may hold itself
      named.put(name, object(record));
    }
    return new LinkedHashMap<>(Map.of("$ref", "#/components/schemas/" + name));
  }

  /// Nested records bear the names of those around them.
  static String name(Class<?> record) {
    return Optional.ofNullable(record.getEnclosingClass())
        .map(outer -> name(outer) + record.getSimpleName())
        .orElse(record.getSimpleName());
  }

  private Map<String, Object> object(Class<?> record) {
    Map<String, Object> properties = new LinkedHashMap<>();
    List<String> required = new ArrayList<>();
    add(record, properties, required);
    ignored(record).forEach(name -> properties.putIfAbsent(name, ignoredProperty()));
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    schema.put("properties", properties);
    if (!required.isEmpty()) {
      schema.put("required", required);
    }
    return schema;
  }

  private void add(Class<?> record, Map<String, Object> properties, List<String> required) {
    for (RecordComponent component : record.getRecordComponents()) {
      if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
        add(component.getType(), properties, required);
        continue;
      }
      String name = name(component);
      properties.put(name, property(component));
      if (!nullable(component)) {
        required.add(name);
      }
    }
  }

  private Map<String, Object> property(RecordComponent component) {
    Map<String, Object> schema = of(component.getGenericType());
    Bounds.of(component).forEach(schema::put);
    if (component.getAnnotatedType() instanceof AnnotatedParameterizedType list
        && schema.get("items") instanceof Map<?, ?>) {
      AnnotatedType element = list.getAnnotatedActualTypeArguments()[0];
      Map<String, Object> items = of(element.getType());
      Bounds.of(element).forEach(items::put);
      schema.put("items", items);
    }
    return schema;
  }

  private static Map<String, Object> ignoredProperty() {
    return new LinkedHashMap<>(
        Map.of("readOnly", true, "description", "Part of answers; ignored when it is sent."));
  }

  private static List<String> ignored(Class<?> record) {
    JsonIgnoreProperties ignored = record.getAnnotation(JsonIgnoreProperties.class);
    return ignored == null ? List.of() : List.of(ignored.value());
  }

  private static String name(RecordComponent component) {
    JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
    return named == null ? component.getName() : named.value();
  }

  private static boolean nullable(RecordComponent component) {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class)
        && !component.getAccessor().isAnnotationPresent(NotNull.class);
  }

  private static Map<String, Object> plain(Class<?> type) {
    var schema = new LinkedHashMap<String, Object>();
    if (type.isEnum()) {
      schema.put("type", "string");
      schema.put(
          "enum",
          Arrays.stream(type.getEnumConstants()).map(word -> Words.word((Enum<?>) word)).toList());
    } else if (type == Integer.class || type == int.class) {
      schema.put("type", "integer");
      schema.put("format", "int32");
    } else if (type == Long.class || type == long.class) {
      schema.put("type", "integer");
      schema.put("format", "int64");
    } else if (type == Double.class || type == double.class) {
      schema.put("type", "number");
      schema.put("format", "double");
    } else if (type == Boolean.class || type == boolean.class) {
      schema.put("type", "boolean");
    } else if (type == Instant.class) {
      schema.put("type", "string");
      schema.put("format", "date-time");
    } else if (type == UUID.class) {
      schema.put("type", "string");
      schema.put("format", "uuid");
    } else if (type == String.class) {
      schema.put("type", "string");
    } else if (type != Object.class) {
      schema.put("type", "object");
    }
    return schema;
  }
}
