package dev.slipway.api.json;

import io.avaje.validation.Validator;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Reads a body into a wire record and checks it against the record's annotations.
///
/// A component that the API requires is declared without `@Nullable` and with `@NotNull`, or with
/// `@NotEmpty` or `@NotBlank`, which refuse null too: it is never null in a record that came out of
/// here. A good body is read once. A bad one is read again as a tree: each value that cannot be
/// read is noted and struck out, until the rest can be read and checked, so that one answer names
/// every fault.
///
/// @param <T> the record
public final class Decoder<T> {
  /// More faults than anybody reads; bounds the work that one body can cause.
  private static final int MOST_FAULTS = 50;

  private static final int LONGEST_NAME = 100;
  private static final Validator VALIDATOR = Validator.builder().build();

  private final Class<T> type;

  /// Made when the first body comes: to learn a record takes longer than to answer a request, and a
  /// start would have to learn them all. Two threads may both make it, and make the same.
  private volatile @Nullable ObjectReader reader;

  private Decoder(Class<T> type) {
    this.type = type;
  }

  /// Reads this record.
  public static <T> Decoder<T> of(Class<T> type) {
    return new Decoder<>(type);
  }

  private ObjectReader reader() {
    ObjectReader made = reader;
    if (made == null) {
      made = Json.MAPPER.readerFor(type);
      reader = made;
    }
    return made;
  }

  /// The record in these bytes.
  ///
  /// @throws MalformedBody with all faults
  public T decode(byte[] body) {
    T value;
    try {
      value = reader().readValue(body);
    } catch (JacksonException _) {
      return decodeAgain(body);
    }
    if (value == null) {
      throw new MalformedBody(List.of(new Fault("", "must be an object, not null")), 1);
    }
    check(value, Map.of());
    return value;
  }

  private T decodeAgain(byte[] body) {
    var faults = new LinkedHashMap<String, Fault>();
    JsonNode tree = tree(body);
    T value = null;
    for (int tries = 0; value == null && tries < MOST_FAULTS; tries++) {
      try {
        value = reader().readValue(tree);
      } catch (JacksonException e) {
        Fault fault = Reading.fault(e);
        faults.put(fault.field(), fault);
        if (!struck(tree, e.getPath())) {
          break;
        }
      }
    }
    check(value, faults);
    throw new IllegalStateException("a body was refused and then had no fault");
  }

  private JsonNode tree(byte[] body) {
    JsonNode tree;
    try {
      tree = Json.MAPPER.readTree(body);
    } catch (JacksonException e) {
      throw new MalformedBody(List.of(new Fault("", Reading.malformed(e))), 1);
    }
    if (tree.isMissingNode()) {
      throw new MalformedBody(List.of(new Fault("", "the body is empty; send a JSON object")), 0);
    }
    return tree;
  }

  /// Removes the value at a path, keeping the places of its neighbours in a list.
  private static boolean struck(JsonNode tree, List<JacksonException.Reference> path) {
    JsonNode parent = tree;
    for (int i = 0; i < path.size(); i++) {
      var step = path.get(i);
      boolean last = i == path.size() - 1;
      switch (parent) {
        case ObjectNode object when last -> {
          return object.remove(step.getPropertyName()) != null;
        }
        case ArrayNode array when last -> {
          array.setNull(step.getIndex());
          return true;
        }
        case ObjectNode object -> parent = object.path(step.getPropertyName());
        case ArrayNode array -> parent = array.path(step.getIndex());
        default -> {
          return false;
        }
      }
    }
    return false;
  }

  private static void check(@Nullable Object value, Map<String, Fault> unread) {
    List<Fault> faults = new ArrayList<>(unread.values());
    if (value != null) {
      VALIDATOR.check(value).stream()
          .map(violation -> new Fault(path(violation.path()), violation.message()))
          .filter(fault -> !unread.containsKey(fault.field()))
          .forEach(faults::add);
    }
    if (!faults.isEmpty()) {
      throw new MalformedBody(faults, unread.size());
    }
  }

  /// The checker writes the place in a list of plain values as `list.[0`.
  private static String path(String path) {
    int bracket = path.lastIndexOf(".[");
    return bracket < 0
        ? path
        : path.substring(0, bracket) + path.substring(bracket + 1).replace("]", "") + "]";
  }

  /// A name as it may be repeated in an answer.
  static String shown(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME) + "...";
  }
}
