package dev.slipway.proof.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Makes values that fit a schema. For fields whose good values no schema can say, such as regions,
/// it knows a few words; most are good ones, so that things are really made.
record Samples(Description description, Known known, Chance chance) {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final int FITTING = 90;

  /// Of a hundred, how often a field is there that no schema requires: a creation hardly goes well
  /// without it, or much depends on it.
  private static final Map<String, Integer> WANTED =
      Map.of(
          "datasetSizeInGb", FITTING,
          "paymentMethod", FITTING,
          "deploymentCIDR", FITTING,
          "networking", FITTING,
          "provider", FITTING,
          "deploymentType", 40,
          "enableTls", 20);

  /// A database is in one subscription: two numbers that are drawn apart name none.
  private static final List<String> TOGETHER = List.of("subscriptionId", "databaseId");

  private static final Map<String, List<String>> WORDS =
      Map.ofEntries(
          Map.entry("region", List.of("us-east-1", "us-east-1", "eu-west-1")),
          Map.entry("regions", List.of("us-east-1")),
          Map.entry(
              "paymentMethod", List.of("marketplace", "marketplace", "marketplace", "credit-card")),
          Map.entry("provider", List.of("AWS", "AWS", "AWS", "GCP")),
          Map.entry("deploymentType", List.of("single-region", "single-region", "active-active")),
          Map.entry("memoryStorage", List.of("ram")),
          Map.entry("protocol", List.of("redis", "redis", "memcached")),
          Map.entry("deploymentCIDR", List.of("10.0.0.0/24", "10.0.1.0/24", "192.168.0.0/24")),
          Map.entry("preferredAvailabilityZones", List.of("use1-az1", "use1-az2")),
          Map.entry("sourceIp", List.of("127.0.0.0/8", "10.0.0.0/8", "0.0.0.0/0")),
          Map.entry("cidrIps", List.of("10.0.0.0/8", "192.168.1.7/32")),
          Map.entry("securityGroupIds", List.of("sg-0123456789abcdef0")),
          Map.entry("replicaOf", List.of("redis://127.0.0.1:9")),
          Map.entry("endpoint", List.of("redis://127.0.0.1:9")),
          Map.entry("redisVersion", List.of("7.4", "7.2", "8.0")),
          Map.entry("targetRedisVersion", List.of("7.4", "8.2", "8.4")),
          Map.entry("redisRule", List.of("+@all ~*", "+@read ~cache:*", "+get ~*", "~*")),
          Map.entry("password", List.of("P4ss!word-of-proof", "Aa1!aaaa")),
          Map.entry("interval", List.of("every-24-hours", "every-1-hours")),
          Map.entry("timeUTC", List.of("02:00", "14:00")),
          Map.entry("storageType", List.of("aws-s3", "ftp")),
          Map.entry("storagePath", List.of("s3://backups/here")),
          Map.entry("provider query", List.of("AWS", "GCP")),
          Map.entry("status", List.of("received", "processing-completed")),
          Map.entry("since", List.of("2026-01-01T00:00:00Z")),
          Map.entry("startDate", List.of("2026-01-01")),
          Map.entry("endDate", List.of("2026-01-31")),
          Map.entry("startTime", List.of("2026-01-01T00:00:00Z")),
          Map.entry("endTime", List.of("2027-01-01T00:00:00Z")),
          Map.entry("signInLoginUrl", List.of("https://1234.signin.example.com/console")),
          Map.entry("shardingType", List.of("default-regex-rules", "redis-oss-hashing")),
          Map.entry("queryPerformanceFactor", List.of("Standard", "2x")),
          Map.entry("role", List.of("Viewer", "Member")));

  private static final Map<String, String> NAMES_OF =
      Map.of("ruleName", "/v1/acl/redisRules", "role", "/v1/acl/roles");

  private static final Map<String, List<Integer>> NUMBERS =
      Map.of(
          "quantity", List.of(1, 1, 2),
          "startHour", List.of(0, 3, 23),
          "durationInHours", List.of(4, 8),
          "ramPercentage", List.of(20, 50),
          "offset", List.of(0, 1, 5),
          "limit", List.of(1, 10, 100));

  /// A value for a schema.
  ///
  /// @param generosity of a hundred, how often a field is there that need not be
  JsonNode fitting(JsonNode reference, String name, int generosity) {
    JsonNode schema = description.resolve(reference);
    return switch (schema.path("type").asString("")) {
      case "object" -> object(schema, generosity);
      case "array" -> list(schema, name, generosity);
      case "string" -> JSON.stringNode(text(schema, name));
      case "integer" -> whole(schema, name);
      case "number" -> JSON.numberNode(chance.of(List.of(0.1, 0.1, 0.2, 1.0)));
      case "boolean" -> JSON.booleanNode(chance.percent(usuallyOn(name)));
      default ->
          schema.has("oneOf")
              ? fitting(
                  chance.of(schema.path("oneOf").values().stream().toList()), name, generosity)
              : JSON.stringNode("echo");
    };
  }

  private static int usuallyOn(String name) {
    return switch (name) {
      case "dryRun", "active" -> 15;
      case "migrationProtection" -> FITTING;
      default -> 50;
    };
  }

  private ObjectNode object(JsonNode schema, int generosity) {
    ObjectNode made = JSON.objectNode();
    List<String> required = schema.path("required").valueStream().map(JsonNode::asString).toList();
    for (var property : schema.path("properties").properties()) {
      String name = property.getKey();
      boolean wanted = required.contains(name) || chance.percent(WANTED.getOrDefault(name, 0));
      if (wanted || chance.percent(generosity)) {
        made.set(name, fitting(property.getValue(), name, generosity));
      }
    }
    if (TOGETHER.stream().allMatch(made::has) && chance.percent(FITTING)) {
      known
          .place(TOGETHER, chance)
          .ifPresent(place -> place.forEach((name, id) -> made.put(name, Integer.parseInt(id))));
    }
    return made;
  }

  private ArrayNode list(JsonNode schema, String name, int generosity) {
    ArrayNode made = JSON.arrayNode();
    int least = Math.max(1, schema.path("minItems").asInt(0));
    int size = chance.percent(FITTING) ? least : least + chance.below(2);
    for (int i = 0; i < size; i++) {
      made.add(fitting(schema.path("items"), name, generosity));
    }
    return made;
  }

  /// A text for a schema.
  String text(JsonNode schema, String name) {
    List<String> words = schema.path("enum").valueStream().map(JsonNode::asString).toList();
    List<String> good = WORDS.getOrDefault(name, List.of());
    if (!words.isEmpty()) {
      boolean usual = words.containsAll(good) && !good.isEmpty() && chance.percent(FITTING);
      return chance.of(usual ? good : words);
    }
    Optional<String> name0 =
        Optional.ofNullable(NAMES_OF.get(name)).flatMap(path -> known.name(path, chance));
    if (name0.isPresent() && chance.percent(FITTING)) {
      return name0.get();
    }
    return good.isEmpty() || !chance.percent(FITTING) ? fresh() : chance.of(good);
  }

  private String fresh() {
    return "fuzz-" + chance.below(100_000);
  }

  private JsonNode whole(JsonNode schema, String name) {
    if (name.endsWith("Id") && chance.percent(FITTING)) {
      List<String> path =
          name.toLowerCase(Locale.ROOT).endsWith("databaseid") ? TOGETHER : List.of(name);
      Optional<String> id = known.place(path, chance).map(place -> place.get(path.getLast()));
      if (id.isPresent() && id.get().matches("[0-9]{1,9}")) {
        return JSON.numberNode(Integer.parseInt(id.get()));
      }
    }
    if (NUMBERS.containsKey(name) && chance.percent(FITTING)) {
      return JSON.numberNode(chance.of(NUMBERS.getOrDefault(name, List.of())));
    }
    int least = schema.path("minimum").asInt(1);
    return JSON.numberNode(least + chance.below(1_000));
  }
}
