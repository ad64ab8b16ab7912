package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes requests for all operations, right ones and wrong ones.
final class Requests {
  private static final String JSON = "Content-Type: application/json";
  private static final List<String> METHODS =
      List.of("GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "get");
  private static final List<Integer> GENEROSITY = List.of(0, 0, 0, 2, 10, 60);
  private static final int MAKERS = 4;

  /// Bytes of a body that may still be on its way when the web server refuses something else and
  /// closes: then nobody promises that the client sees the answer.
  private static final int LARGE = 50_000;

  private final Description description;
  private final List<Described> operations;
  private final Known known;
  private final Chance chance;
  private final Samples samples;
  private final Mistakes mistakes;

  Requests(Description description, Known known, Chance chance) {
    this.description = description;
    this.operations =
        description.operations().stream()
            .flatMap(
                one -> Collections.nCopies(one.method().equals("POST") ? MAKERS : 1, one).stream())
            .toList();
    this.known = known;
    this.chance = chance;
    this.samples = new Samples(description, known, chance);
    this.mistakes = new Mistakes(description, chance);
  }

  /// The next one.
  Probe next() {
    Described operation = operation();
    Map<String, String> place = place(operation);
    byte[] body = body(operation);
    boolean large = body.length > LARGE;
    boolean oddPath = !large && chance.percent(8);
    boolean oddHeader = !large && chance.percent(10);
    String target = target(operation, place, large);
    List<String> headers = new ArrayList<>(List.of(JSON));
    if (oddHeader) {
      replace(headers, chance.of(Oddities.HEADERS));
    }
    String sent = oddPath ? bent(target) : target;
    String method = chance.percent(3) ? chance.of(METHODS) : operation.method();
    var request = new Request(method, sent, headers, body);
    return new Probe(operation, place, request, oddHeader || !Target.proper(sent));
  }

  /// One of whose kind something is known, most often.
  private Described operation() {
    Described drawn = chance.of(operations);
    boolean reachable = known.place(drawn.parameters(), chance).isPresent();
    return reachable || drawn.parameters().isEmpty() || chance.percent(20) ? drawn : operation();
  }

  private static void replace(List<String> headers, String line) {
    String name = line.substring(0, line.indexOf(':') + 1);
    headers.removeIf(header -> header.startsWith(name));
    headers.add(line);
  }

  /// Values that belong together, often; else ids of anything, or nonsense.
  private Map<String, String> place(Described operation) {
    List<String> names = operation.parameters();
    Map<String, String> place =
        new LinkedHashMap<>(
            known
                .place(names, chance)
                .or(() -> known.place(names.subList(0, Math.max(0, names.size() - 1)), chance))
                .orElse(Map.of()));
    for (String name : names) {
      place.computeIfAbsent(name, _ -> stranger());
      if (chance.percent(5)) {
        place.put(name, stranger());
      }
    }
    return place;
  }

  private String stranger() {
    Optional<String> other = known.anyId(chance);
    return other.isPresent() && chance.percent(50)
        ? other.get()
        : Integer.toString(chance.below(100_000));
  }

  private String target(Described operation, Map<String, String> place, boolean proper) {
    StringBuilder path = new StringBuilder();
    for (String segment : operation.segments()) {
      String name = segment.substring(1, Math.max(1, segment.length() - 1));
      boolean parameter = Described.isParameter(segment);
      path.append('/').append(parameter ? encoded(place.getOrDefault(name, "0")) : segment);
    }
    if (path.toString().equals("/v1")) {
      path.append('/');
    }
    String query = query(operation);
    return Target.proper(query) || !proper ? path + query : path.toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private String query(Described operation) {
    List<String> pairs = new ArrayList<>();
    for (JsonNode parameter : operation.operation().path("parameters")) {
      if (parameter.path("in").asString().equals("query") && chance.percent(50)) {
        String name = parameter.path("name").asString();
        String good = samples.fitting(parameter.path("schema"), name, 0).asString();
        pairs.add(name + "=" + (chance.percent(70) ? encoded(good) : oddValue()));
      }
    }
    if (chance.percent(3)) {
      pairs.add(chance.of(List.of("a=b", "=", "&", "a", "%zz=1", "offset=%00", "a[]=1&a[]=2")));
    }
    return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
  }

  private String oddValue() {
    return chance.percent(50)
        ? encoded(chance.of(Oddities.TEXTS).replaceFirst("(?s)^(.{300}).*", "$1"))
        : chance.of(Oddities.SEGMENTS);
  }

  /// The path with something odd in it.
  private String bent(String target) {
    int mark = target.indexOf('?');
    String path = mark < 0 ? target : target.substring(0, mark);
    int slash = path.indexOf('/', 1 + chance.below(path.length() - 1));
    int cut = slash < 0 ? path.lastIndexOf('/') : slash;
    int end = path.indexOf('/', cut + 1);
    String odd = chance.of(Oddities.SEGMENTS);
    return switch (chance.below(5)) {
      case 0 -> path.substring(0, cut) + "/" + path.substring(cut);
      case 1 -> path + "/";
      case 2 -> path + "/" + odd;
      case 3 -> path.replaceFirst("^/v1", "");
      default -> path.substring(0, cut + 1) + odd + (end < 0 ? "" : path.substring(end));
    };
  }

  private byte[] body(Described operation) {
    Optional<JsonNode> schema = operation.takes();
    if (schema.isEmpty()) {
      return chance.percent(90) ? new byte[0] : bytes(chance.of(Oddities.BODIES));
    }
    if (chance.percent(12)) {
      return bytes(chance.of(Oddities.BODIES));
    }
    JsonNode fitting = samples.fitting(schema.get(), "", chance.of(GENEROSITY));
    if (fitting instanceof ObjectNode object && chance.percent(40)) {
      mistakes.spoil(description.resolve(schema.get()), object);
    }
    return JsonMapper.shared().writeValueAsBytes(fitting);
  }

  /// Each char a byte.
  private static byte[] bytes(String odd) {
    return odd.getBytes(StandardCharsets.ISO_8859_1);
  }
}
