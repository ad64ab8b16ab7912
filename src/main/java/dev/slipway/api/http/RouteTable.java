package dev.slipway.api.http;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the operation of a path: a tree by segment, built once. A fixed segment wins over a
/// parameter, and another spelling of one counts where there is neither.
final class RouteTable {
  /// What redisctl calls what the published API has under another name (client-contract 3.13).
  private static final Map<String, String> SPELLINGS =
      Map.of(
          "redis-rules", "redisRules",
          "slowlog", "slow-log",
          "backup-status", "backup",
          "import-status", "import",
          "redis-version-upgrade-status", "upgrade",
          "upgrade-redis-version", "upgrade");

  private final Node root = new Node();

  RouteTable(List<Operation> operations) {
    operations.forEach(this::add);
  }

  /// The operation, and what its path's parameters stand for. HEAD is a GET whose answer is cut
  /// short (RFC 9110, 9.1).
  ///
  /// @throws Refusal 404 for an unknown path, 405 for a known one without this method
  Match match(String method, RequestPath path) {
    var parameters = new HashMap<String, String>();
    Node node = root;
    for (String segment : path.segments()) {
      node = node.below(segment, parameters);
      if (node == null) {
        throw unknown(path);
      }
    }
    if (node.operations.isEmpty()) {
      throw unknown(path);
    }
    Operation operation = node.operations.get(method.equals("HEAD") ? "GET" : method);
    if (operation == null) {
      throw Refusal.methodNotAllowed(node.methods());
    }
    return new Match(operation, parameters);
  }

  /// What was found.
  record Match(Operation operation, Map<String, String> parameters) {}

  private void add(Operation operation) {
    Node node = root;
    for (String segment : RequestPath.of(operation.path(), "").segments()) {
      node = node.make(segment);
    }
    if (node.operations.put(operation.method(), operation) != null) {
      throw new IllegalArgumentException("two operations for " + operation);
    }
  }

  private static Refusal unknown(RequestPath path) {
    return Refusal.of(404, "There is nothing at " + path.canonical() + ".");
  }

  private static final class Node {
    private final Map<String, Node> fixed = new HashMap<>();
    private final Map<String, Operation> operations = new TreeMap<>();
    private @Nullable Node any;
    private String parameter = "";

    SortedSet<String> methods() {
      var methods = new TreeSet<>(operations.keySet());
      if (methods.contains("GET")) {
        methods.add("HEAD");
      }
      return methods;
    }

    @Nullable Node below(String segment, Map<String, String> parameters) {
      Node next = fixed.get(segment);
      if (next == null && any != null) {
        parameters.put(parameter, segment);
        return any;
      }
      return next == null ? fixed.get(SPELLINGS.getOrDefault(segment, segment)) : next;
    }

    Node make(String segment) {
      if (!segment.startsWith("{")) {
        return fixed.computeIfAbsent(segment, _ -> new Node());
      }
      parameter = segment.substring(1, segment.length() - 1);
      Node node = any == null ? new Node() : any;
      any = node;
      return node;
    }
  }
}
