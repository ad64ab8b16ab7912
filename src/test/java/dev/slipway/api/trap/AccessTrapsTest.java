package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;

/// The trap of access control, from its three sides.
final class AccessTrapsTest extends FamilyTest {
  /// A list that is not there is an error to the Go SDK, not an empty one.
  @Trap(29)
  void emptyListsAreThere() {
    assertThat(shown("/acl/roles").get("roles")).isEmpty();
    assertThat(shown("/acl/users").get("users")).isEmpty();
    assertThat(shown("/acl/redisRules").get("redisRules").findValuesAsString("acl"))
        .containsExactly("+@all  ~*", "+@all -@dangerous ~*", "+@read ~*");
  }

  /// A user shows the name of its role, and the provider looks the role up by it.
  @Trap(29)
  void newNameOfARoleReachesItsUsers() {
    int database = database();
    int role =
        active(
            Kind.ACL_ROLE,
            "/acl/roles",
            """
            {"name":"readers","redisRules":[{"ruleName":"Read-Only","databases":[
              {"subscriptionId":%d,"databaseId":%d}]}]}
            """
                .formatted(database, database));
    int user =
        active(
            Kind.ACL_USER,
            "/acl/users",
            "{\"name\":\"ann\",\"role\":\"readers\",\"password\":\"Secret-12\"}");

    accepted("PUT", "/acl/roles/" + role, "{\"name\":\"lookers\"}");

    assertThat(shown("/acl/users/" + user).get("role").asString()).isEqualTo("lookers");
  }

  /// The same words have one name in a body and another in an answer.
  @Trap(29)
  void ruleIsWrittenAsRedisRuleAndReadAsAcl() {
    int id = accepted("POST", "/acl/redisRules", "{\"name\":\"keys\",\"redisRule\":\"+get ~a:*\"}");

    var rules = shown("/acl/redisRules").get("redisRules");

    assertThat(rules.valueStream().filter(rule -> rule.get("id").asInt() == id))
        .singleElement()
        .satisfies(rule -> assertThat(rule.get("acl").asString()).isEqualTo("+get ~a:*"));
  }
}
