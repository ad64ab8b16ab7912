package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.http.Operation;
import dev.slipway.model.Role;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Which role may call which operation (api-rules 2.2): every role times every operation, over
/// HTTP.
final class RoleTableTest {
  /// What is paid for, and whether a change of it went through.
  private static final Set<String> BILLING =
      Set.of(
          "getCurrentAccount",
          "getAccountPaymentMethods",
          "getAllSubscriptions",
          "getSubscriptionById",
          "updateSubscription",
          "getSubscriptionPricing",
          "getTaskById",
          "createCostReport",
          "getCostReport");

  @TempDir Path folder;

  @Test
  void everyRoleMayWhatTheTableSaysAndNothingElse() {
    try (ApiServer server = ApiServer.start(folder)) {
      Map<Role, Client> callers = new EnumMap<>(Role.class);
      callers.put(Role.OWNER, server.owner(1));
      for (Role role : Role.values()) {
        callers.computeIfAbsent(role, other -> server.user(1, other, "0.0.0.0/0"));
      }
      Set<String> wrong = new TreeSet<>();
      for (Operation operation : operations(server)) {
        callers.forEach(
            (role, client) -> {
              boolean refused = send(client, operation) == 403;
              if (refused == mayCall(role, operation)) {
                wrong.add(role + " " + operation.id());
              }
            });
      }

      assertThat(wrong).isEmpty();
    }
  }

  private static List<Operation> operations(ApiServer server) {
    List<Operation> operations = server.operations();
    assertThat(operations).hasSizeGreaterThan(40);
    return operations;
  }

  private static int send(Client client, Operation operation) {
    String path = operation.path().replaceAll("\\{[a-zA-Z]+}", "1");
    String body = operation.method().equals("GET") ? "" : "{}";
    return client.send(operation.method(), "/v1" + path, body).status();
  }

  private static boolean mayCall(Role role, Operation operation) {
    boolean reads = operation.method().equals("GET");
    return switch (role) {
      case OWNER -> true;
      case VIEWER -> reads || operation.id().equals("createCostReport");
      case BILLING_ADMIN -> BILLING.contains(operation.id());
      case LOGS_VIEWER -> operation.path().equals("/logs");
      case MANAGER, MEMBER -> false;
    };
  }
}
