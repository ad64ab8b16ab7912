package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/// What answers have told: the things that there are, by the values that their paths need, and the
/// names that other bodies call them by.
final class Known {
  private static final int MOST = 12;
  private static final List<String> IDS = List.of("id", "databaseId", "key", "taskId");

  private final Description description;
  private final Map<String, Deque<Map<String, String>>> places = new LinkedHashMap<>();
  private final Map<String, Deque<String>> names = new LinkedHashMap<>();

  Known(Description description) {
    this.description = description;
  }

  /// Learns from a good answer to a GET of what is there and of what is listed there.
  ///
  /// @param target that was asked for
  void learn(String target, JsonNode body) {
    List<String> segments = Target.segments(target);
    description.find("GET", segments).ifPresent(operation -> learn(operation, segments, body));
  }

  /// Learns from something that no list shows: a path of its own asks for it by a value that it
  /// tells under the same name, as for reports and redirections.
  void learnOf(JsonNode thing) {
    for (Described operation : description.operations()) {
      if (operation.parameters().size() == 1) {
        String name = operation.parameters().getFirst();
        JsonNode value = thing.path(name);
        if (value.isString()) {
          keep(places, name, Map.of(name, value.asString()));
        }
      }
    }
  }

  private void learn(Described operation, List<String> segments, JsonNode body) {
    Map<String, String> place = operation.place(segments);
    if (!place.isEmpty()) {
      keep(places, String.join("/", place.keySet()), place);
    }
    parameterBelow(operation.path())
        .ifPresent(name -> items(body).forEach(item -> keep(operation, name, place, item)));
  }

  /// The ids of what a list shows.
  static List<String> ids(JsonNode body) {
    return items(body).stream().flatMap(item -> id(item).stream()).toList();
  }

  /// Values for these parameters that belong together; empty when none are known.
  Optional<Map<String, String>> place(List<String> parameters, Chance chance) {
    Deque<Map<String, String>> fitting =
        places.getOrDefault(String.join("/", parameters), new ArrayDeque<>());
    return fitting.isEmpty() ? Optional.empty() : Optional.of(chance.of(List.copyOf(fitting)));
  }

  /// There is nothing at this place any more.
  void forget(Map<String, String> place) {
    places.values().forEach(known -> known.remove(place));
  }

  /// Any value that some path needs, of whatever kind.
  Optional<String> anyId(Chance chance) {
    List<String> all =
        places.values().stream()
            .flatMap(Deque::stream)
            .flatMap(place -> place.values().stream())
            .toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(chance.of(all));
  }

  /// The name of something that a path lists.
  Optional<String> name(String path, Chance chance) {
    Deque<String> known = names.getOrDefault(path, new ArrayDeque<>());
    return known.isEmpty() ? Optional.empty() : Optional.of(chance.of(List.copyOf(known)));
  }

  private void keep(
      Described operation, String parameter, Map<String, String> above, JsonNode item) {
    id(item)
        .ifPresent(
            id -> {
              Map<String, String> place = new LinkedHashMap<>(above);
              place.put(parameter, id);
              keep(places, String.join("/", place.keySet()), place);
            });
    if (item.path("name").isString()) {
      keep(names, operation.path(), item.path("name").asString());
    }
  }

  private static <T> void keep(Map<String, Deque<T>> into, String key, T what) {
    Deque<T> known = into.computeIfAbsent(key, _ -> new ArrayDeque<>());
    if (!known.contains(what)) {
      known.addLast(what);
      if (known.size() > MOST) {
        known.removeFirst();
      }
    }
  }

  /// The parameter that follows a path in another; empty when none does.
  private Optional<String> parameterBelow(String path) {
    String start = path + "/{";
    return description.operations().stream()
        .map(Described::path)
        .filter(longer -> longer.startsWith(start) && longer.endsWith("}"))
        .map(longer -> longer.substring(start.length(), longer.length() - 1))
        .filter(name -> name.indexOf('/') < 0)
        .findFirst();
  }

  /// The objects in the first list of objects that is found, going down.
  private static List<JsonNode> items(JsonNode body) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode child : body) {
      if (child.isArray() && child.path(0).isObject() && id(child.path(0)).isPresent()) {
        child.forEach(found::add);
      } else if (found.isEmpty()) {
        found.addAll(items(child));
      }
    }
    return found;
  }

  private static Optional<String> id(JsonNode item) {
    return IDS.stream()
        .map(item::path)
        .filter(value -> value.isString() || value.isNumber())
        .map(JsonNode::asString)
        .findFirst();
  }
}
