package dev.slipway.api.acl;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.FamilyTest;
import dev.slipway.model.Kind;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

final class AclRoutesTest extends FamilyTest {
  private static final String RULE = "{\"name\":\"keys\",\"redisRule\":\"+get ~a:*\"}";

  @Test
  void everyAccountHasThreeRulesThatAreNotItsOwn() {
    JsonNode rules = shown("/acl/redisRules").get("redisRules");

    assertThat(rules.findValuesAsString("acl"))
        .containsExactly("+@all  ~*", "+@all -@dangerous ~*", "+@read ~*");
    assertThat(rules).allMatch(rule -> rule.get("isDefault").asBoolean());
  }

  @Test
  void ruleIsPendingThenActiveThenGone() {
    int id = accepted("POST", "/acl/redisRules", RULE);
    assertThat(rule(id).get("status").asString()).isEqualTo("pending");
    server.settle(Kind.REDIS_RULE, id, new Status.Active());
    assertThat(rule(id).get("status").asString()).isEqualTo("active");

    accepted("DELETE", "/acl/redisRules/" + id, "");

    assertThat(rule(id).get("status").asString()).isEqualTo("deleting");
  }

  @Test
  void ruleIsWrittenAsRedisRuleAndReadAsAcl() {
    int id = active(Kind.REDIS_RULE, "/acl/redisRules", RULE);

    accepted("PUT", "/acl/redisRules/" + id, "{\"name\":\"more\",\"redisRule\":\"+set ~b\"}");

    assertThat(rule(id).get("acl").asString()).isEqualTo("+set ~b");
    assertThat(rule(id).get("name").asString()).isEqualTo("more");
  }

  @Test
  void ruleMayBeSpelledAsRedisctlDoes() {
    int id = accepted("POST", "/acl/redis-rules", "{\"name\":\"keys\",\"rule\":\"+get ~a:*\"}");

    assertThat(rule(id).get("acl").asString()).isEqualTo("+get ~a:*");
  }

  @Test
  void roleShowsItsRulesWithTheirDatabasesAndItsUsers() {
    int database = database();
    int role = active(Kind.ACL_ROLE, "/acl/roles", role("readers", "Read-Only", database));
    int user = active(Kind.ACL_USER, "/acl/users", user("ann", "readers", "Secret-12"));

    JsonNode shown = shown("/acl/roles").at("/roles/0");

    assertThat(shown.get("id").asInt()).isEqualTo(role);
    assertThat(shown.at("/redisRules/0/ruleId").asInt()).isEqualTo(9);
    assertThat(shown.at("/redisRules/0/databases/0/databaseName").asString()).isEqualTo("cache");
    assertThat(shown.at("/users/0/id").asInt()).isEqualTo(user);
  }

  @Test
  void userFollowsTheNewNameOfItsRole() {
    int database = database();
    int role = active(Kind.ACL_ROLE, "/acl/roles", role("readers", "Read-Only", database));
    int user = active(Kind.ACL_USER, "/acl/users", user("ann", "readers", "Secret-12"));

    accepted("PUT", "/acl/roles/" + role, "{\"name\":\"lookers\"}");

    assertThat(shown("/acl/users/" + user).get("role").asString()).isEqualTo("lookers");
    assertThat(shown("/acl/roles").at("/roles/0/redisRules")).hasSize(1);
  }

  @Test
  void userIsGivenAnotherRoleAndAnotherPassword() {
    int database = database();
    active(Kind.ACL_ROLE, "/acl/roles", role("readers", "Read-Only", database));
    active(Kind.ACL_ROLE, "/acl/roles", role("writers", "Read-Write", database));
    int user = active(Kind.ACL_USER, "/acl/users", user("ann", "readers", "Secret-12"));

    accepted(
        "PUT", "/acl/users/" + user, "{\"role\":\"writers\",\"password\":\"Another-secret-1\"}");

    assertThat(shown("/acl/users").at("/users/0/role").asString()).isEqualTo("writers");
    assertThat(owner.get("/v1/acl/users").http().body()).doesNotContain("secret");
  }

  @Test
  void userWhoIsBeingMadeIsGivenAnotherPasswordAndStaysPending() {
    int database = database();
    active(Kind.ACL_ROLE, "/acl/roles", role("readers", "Read-Only", database));
    int user = accepted("POST", "/acl/users", user("ann", "readers", "Secret-12"));

    accepted("PUT", "/acl/users/" + user, "{\"password\":\"Another-secret-1\"}");

    assertThat(shown("/acl/users/" + user).get("status").asString()).isEqualTo("pending");
  }

  @Test
  void databaseThatIsGoneIsInNoRole() {
    int database = database();
    active(Kind.ACL_ROLE, "/acl/roles", role("readers", "Read-Only", database));
    accepted("DELETE", "/subscriptions/" + database + "/databases/" + database, "");

    server.forget(Kind.DATABASE, database);

    assertThat(shown("/acl/roles").at("/roles/0/redisRules/0/databases")).isEmpty();
  }

  @Test
  void userThatIsNotThereIsNotFound() {
    assertThat(owner.get("/v1/acl/users/10001").status()).isEqualTo(404);
  }

  @Test
  void userThatIsKeptOutSaysWhy() {
    int database = database();
    active(Kind.ACL_ROLE, "/acl/roles", role("readers", "Read-Only", database));
    int user = active(Kind.ACL_USER, "/acl/users", user("ann", "readers", "Secret-12"));
    var problem = new Problem(ProblemType.ACL_REDIS_RULE_PATTERN_NOT_VALID, "no such command");

    server.settle(Kind.ACL_USER, user, new Status.Failed(problem));

    JsonNode shown = shown("/acl/users/" + user);
    assertThat(shown.get("status").asString()).isEqualTo("error");
    assertThat(shown.at("/x-slipway/problem/description").asString()).isEqualTo("no such command");
  }

  @Test
  void anotherAccountSeesNothingOfIt() {
    active(Kind.REDIS_RULE, "/acl/redisRules", RULE);

    var others = server.owner(2).get("/v1/acl/redisRules").json().get("redisRules");

    assertThat(others.findValuesAsString("name")).doesNotContain("keys");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "POST, /acl/redisRules, `{'name':'keys','redisRule':'+get ~x'}`, 409 CONFLICT ACL_REDIS_RULE_NAME_ALREADY_EXISTS",
        "POST, /acl/redisRules, `{'name':'Full-Access','redisRule':'+get ~x'}`, 409 CONFLICT ACL_REDIS_RULE_NAME_ALREADY_EXISTS",
        "POST, /acl/redisRules, `{'name':' ','redisRule':'+get ~x'}`, 400 BAD_REQUEST ACL_REDIS_RULE_NAME_IS_MISSING",
        "POST, /acl/redisRules, `{'name':'a','redisRule':'hello'}`, 400 BAD_REQUEST ACL_REDIS_RULE_PATTERN_NOT_VALID",
        "PUT, /acl/redisRules/7, `{'name':'a','redisRule':'+get ~x'}`, 400 BAD_REQUEST ACL_REDIS_RULE_CANNOT_UPDATE_DEFAULT",
        "DELETE, /acl/redisRules/7, ``, 400 BAD_REQUEST ACL_REDIS_RULE_CANNOT_DELETE_DEFAULT",
        "DELETE, /acl/redisRules/10001, ``, 409 CONFLICT ACL_REDIS_RULE_CANNOT_DELETE_WHEN_ASSOCIATED_WITH_ROLES",
        "PUT, /acl/redisRules/99, `{'name':'a','redisRule':'+get ~x'}`, 404 NOT_FOUND ACL_REDIS_RULE_NOT_FOUND",
        "DELETE, /acl/redisRules/99, ``, 404 NOT_FOUND ACL_REDIS_RULE_NOT_FOUND",
        "POST, /acl/roles, `{'name':'r','redisRules':[]}`, 400 BAD_REQUEST ACL_ROLE_REDIS_RULES_IS_MISSING",
        "POST, /acl/roles, `{'name':'','redisRules':[{'ruleName':'keys','databases':[{'subscriptionId':10001,'databaseId':10001}]}]}`, 400 BAD_REQUEST ACL_ROLE_NAME_IS_MISSING",
        "POST, /acl/roles, `{'name':'readers','redisRules':[{'ruleName':'keys','databases':[{'subscriptionId':10001,'databaseId':10001}]}]}`, 409 CONFLICT ACL_ROLE_NAME_ALREADY_EXISTS",
        "POST, /acl/roles, `{'name':'r','redisRules':[{'ruleName':'none','databases':[{'subscriptionId':10001,'databaseId':10001}]}]}`, 400 BAD_REQUEST ACL_REDIS_RULE_DOES_NOT_EXISTS",
        "POST, /acl/roles, `{'name':'r','redisRules':[{'ruleName':'keys','databases':[]}]}`, 400 BAD_REQUEST ACL_ROLE_REDIS_RULES_DATABASES_SPEC_IS_MISSING",
        "POST, /acl/roles, `{'name':'r','redisRules':[{'ruleName':'keys','databases':[{'subscriptionId':1,'databaseId':10001}]}]}`, 404 NOT_FOUND SUBSCRIPTION_NOT_FOUND",
        "POST, /acl/roles, `{'name':'r','redisRules':[{'ruleName':'keys','databases':[{'subscriptionId':10001,'databaseId':1}]}]}`, 404 NOT_FOUND DATABASE_NOT_FOUND",
        "POST, /acl/roles, `{'name':'r','redisRules':[{'ruleName':'keys','databases':[{'subscriptionId':10001,'databaseId':10001,'regions':['us-east-1']}]}]}`, 400 BAD_REQUEST ACL_ROLE_REDIS_RULES_DATABASES_REGION_MUST_BE_CRDB",
        "POST, /acl/roles, `{'name':'r','redisRules':[{'ruleName':'keys','databases':[{'subscriptionId':10001,'databaseId':10001}]},{'ruleName':'Read-Only','databases':[{'subscriptionId':10001,'databaseId':10001}]}]}`, 400 BAD_REQUEST ACL_ROLE_REDIS_RULE_MUST_BE_DEFINED_ONLY_ONCE_PER_DATABASE",
        "PUT, /acl/roles/99, `{'name':'r'}`, 404 NOT_FOUND ACL_ROLE_NOT_FOUND",
        "DELETE, /acl/roles/99, ``, 404 NOT_FOUND ACL_ROLE_NOT_FOUND",
        "DELETE, /acl/roles/10001, ``, 409 CONFLICT ACL_ROLE_HAS_ACTIVE_USERS_AND_CANNOT_BE_DELETED",
        "PUT, /acl/roles/10002, `{'name':'r'}`, 403 FORBIDDEN ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_UPDATED",
        "DELETE, /acl/roles/10002, ``, 403 FORBIDDEN ACL_ROLE_IS_IN_PENDING_STATUS_AND_CANNOT_BE_DELETED",
        "POST, /acl/users, `{'name':'ann','role':'readers','password':'Secret-12'}`, 409 CONFLICT ACL_USER_NAME_ALREADY_EXISTS",
        "POST, /acl/users, `{'name':'a b','role':'readers','password':'Secret-12'}`, 400 BAD_REQUEST ACL_USER_NAME_NOT_VALID",
        "POST, /acl/users, `{'name':'default','role':'readers','password':'Secret-12'}`, 400 BAD_REQUEST ACL_USER_NAME_NOT_VALID",
        "POST, /acl/users, `{'name':'bob','role':'none','password':'Secret-12'}`, 400 BAD_REQUEST ACL_ROLE_DOES_NOT_EXISTS",
        "POST, /acl/users, `{'name':'bob','role':'readers','password':'Secre-1'}`, 400 BAD_REQUEST ACL_USER_PASSWORD_NOT_VALID",
        "POST, /acl/users, `{'name':'bob','role':'readers','password':'secret-12'}`, 400 BAD_REQUEST ACL_USER_PASSWORD_NOT_VALID",
        "POST, /acl/users, `{'name':'bob','role':'readers','password':'SECRET-12'}`, 400 BAD_REQUEST ACL_USER_PASSWORD_NOT_VALID",
        "POST, /acl/users, `{'name':'bob','role':'readers','password':'Secret-xx'}`, 400 BAD_REQUEST ACL_USER_PASSWORD_NOT_VALID",
        "POST, /acl/users, `{'name':'bob','role':'readers','password':'Secret0012'}`, 400 BAD_REQUEST ACL_USER_PASSWORD_NOT_VALID",
        "PUT, /acl/users/10001, `{'password':'short'}`, 400 BAD_REQUEST ACL_USER_PASSWORD_NOT_VALID",
        "PUT, /acl/users/10001, `{'role':'none'}`, 400 BAD_REQUEST ACL_ROLE_DOES_NOT_EXISTS",
        "PUT, /acl/users/99, `{'role':'readers'}`, 404 NOT_FOUND ACL_USER_NOT_FOUND",
        "DELETE, /acl/users/99, ``, 404 NOT_FOUND ACL_USER_NOT_FOUND",
      })
  void refusals(String method, String path, String body, String error) {
    int database = database();
    active(Kind.REDIS_RULE, "/acl/redisRules", RULE);
    active(Kind.ACL_ROLE, "/acl/roles", role("readers", "keys", database));
    active(Kind.ACL_USER, "/acl/users", user("ann", "readers", "Secret-12"));
    accepted("POST", "/acl/roles", role("pending", "Read-Only", database));

    assertThat(refused(method, path, body == null ? "" : body.replace('\'', '"'))).isEqualTo(error);
  }

  private JsonNode rule(int id) {
    for (JsonNode rule : shown("/acl/redisRules").get("redisRules")) {
      if (rule.get("id").asInt() == id) {
        return rule;
      }
    }
    throw new AssertionError("no rule " + id);
  }

  private static String role(String name, String rule, int database) {
    return """
    {"name":"%s","redisRules":[{"ruleName":"%s",
     "databases":[{"subscriptionId":%d,"databaseId":%d}]}]}
    """
        .formatted(name, rule, database, database);
  }

  private static String user(String name, String role, String password) {
    return "{\"name\":\"%s\",\"role\":\"%s\",\"password\":\"%s\"}".formatted(name, role, password);
  }
}
