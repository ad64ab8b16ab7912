package dev.slipway.refusal;

import dev.slipway.command.Certificates;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// One part of a request: `{name} = text` of the path, `?name = text` of the query, `body = JSON`
/// as a whole, or a value in the body, such as `databases[0].name = JSON`.
///
/// JSON may have single quotes, `$CERTIFICATE` for a client's certificate that is signed by itself,
/// and `$ISSUED` for one that an authority has signed. `JSON x 33` repeats: a text is as much
/// longer, a list too.
///
/// @param target what is set
/// @param value to what
public record Change(String target, String value) {
  private static final Pattern FORM = Pattern.compile("([^ ]+) =(?: (.*))?");
  private static final Pattern STEP = Pattern.compile("([^.\\[\\]]+)|\\[(\\d+)]");
  private static final Pattern REPEATED = Pattern.compile("(.+) x (\\d+)");

  static Change parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      throw new IllegalArgumentException("no change: " + text);
    }
    return new Change(form.group(1), form.group(2) == null ? "" : form.group(2));
  }

  boolean ofPath() {
    return target.startsWith("{");
  }

  boolean ofQuery() {
    return target.startsWith("?");
  }

  boolean ofBody() {
    return !ofPath() && !ofQuery();
  }

  /// The body with this change.
  JsonNode in(JsonNode body) {
    if (target.equals("body")) {
      return json();
    }
    set(body, json());
    return body;
  }

  private void set(JsonNode body, JsonNode wanted) {
    JsonNode at = body;
    Matcher step = STEP.matcher(target);
    boolean more = step.find();
    while (more) {
      String name = step.group(1);
      int index = name == null ? Integer.parseInt(step.group(2)) : 0;
      more = step.find();
      JsonNode next = more ? child(at, name, index, step.group(1) == null) : wanted;
      put(at, name, index, next);
      at = next;
    }
  }

  private static JsonNode child(JsonNode parent, @Nullable String name, int index, boolean list) {
    JsonNode there = name == null ? parent.path(index) : parent.path(name);
    if (there.isContainer()) {
      return there;
    }
    return list ? JsonNodeFactory.instance.arrayNode() : JsonNodeFactory.instance.objectNode();
  }

  private static void put(JsonNode parent, @Nullable String name, int index, JsonNode value) {
    switch (parent) {
      case ObjectNode object when name != null -> object.set(name, value);
      case ArrayNode array when index < array.size() -> array.set(index, value);
      case ArrayNode array -> array.add(value);
      default -> throw new IllegalArgumentException("nothing can be set in " + parent);
    }
  }

  private JsonNode json() {
    Matcher repeated = REPEATED.matcher(value);
    if (!repeated.matches()) {
      return read(value);
    }
    JsonNode once = read(repeated.group(1));
    int times = Integer.parseInt(repeated.group(2));
    if (!once.isArray()) {
      return JsonNodeFactory.instance.stringNode(once.asString().repeat(times));
    }
    ArrayNode all = JsonNodeFactory.instance.arrayNode();
    for (int i = 0; i < times; i++) {
      all.addAll((ArrayNode) read(repeated.group(1).replace("#", Integer.toString(i))));
    }
    return all;
  }

  private static JsonNode read(String text) {
    JsonMapper mapper = JsonMapper.shared();
    String json = text.replace('\'', '"');
    return mapper.readTree(
        json.replace("$CERTIFICATE", mapper.writeValueAsString(Certificates.VALID))
            .replace("$ISSUED", mapper.writeValueAsString(Certificates.ISSUED)));
  }

  @Override
  public String toString() {
    return target + " = " + value;
  }
}
