package dev.slipway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.model.ProblemType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule of the API that a request can break, one row each.
final class RefusalTableTest {

  /// The error types that no request of an owner brings about, and why.
  private static final Map<String, String> NO_REFUSALS =
      new TreeMap<>(
          Map.of(
              "GENERAL_ERROR", "a fault of the server",
              "PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT",
                  "an annual account, CreateSubscriptionHandlerTest",
              "PROVISION_FAILURE", "a database that could not be made",
              "VPC_PEERING_GENERAL_ERROR", "a peering that the other side rejected",
              "PRIVATE_LINK_SERVICE_ERROR", "a link that could not be made",
              "USER_INSUFFICIENT_ROLE", "the table of roles, RoleTableTest",
              "ACL_GENERAL_ERROR", "the thousand and first user, and what is not in force in time",
              "DATABASE_UPGRADE_FAILED", "a database whose upgrade failed",
              "DATABASE_UPGRADE_OF_MEMCACHED_IS_NOT_SUPPORTED", "there is no memcached here"));

  /// They take nothing and show what is there.
  private static final Set<String> WITHOUT_RULES =
      new TreeSet<>(
          Set.of(
              "getCurrentAccount",
              "getAccountPaymentMethods",
              "getDataPersistenceOptions",
              "getSupportedDatabaseModules",
              "getSupportedSearchScalingFactors",
              "getAllSubscriptions",
              "getAllRedisRules",
              "getRoles",
              "getAllUsers",
              "getAllUsers_1",
              "getCloudAccounts"));

  @TempDir static Path folder;
  private static Stages stages;

  static List<Row> rows() {
    return RefusalTable.rows();
  }

  @BeforeAll
  static void open() {
    stages = new Stages(folder);
  }

  @AfterAll
  static void close() {
    stages.close();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void requestIsRefused(Row row) {
    String verdict = stages.of(row.scene()).verdict(row);

    if (!verdict.isEmpty()) {
      stages.drop(row.scene());
    }
    assertThat(verdict).as(row.toString()).isEmpty();
  }

  @Test
  void everyErrorTypeIsInARow() {
    Set<String> types =
        Stream.of(ProblemType.values())
            .map(Enum::name)
            .collect(Collectors.toCollection(TreeSet::new));
    rows().forEach(row -> types.remove(row.expected().type()));

    assertThat(types).isEqualTo(NO_REFUSALS.keySet());
  }

  @Test
  void everyOperationThatCanRefuseHasARow() {
    Set<String> operations = new TreeSet<>();
    try (ApiServer server = ApiServer.start(folder)) {
      server.operations().forEach(operation -> operations.add(operation.id()));
    }
    rows().forEach(row -> operations.remove(row.operation()));

    assertThat(operations).isEqualTo(WITHOUT_RULES);
  }
}
