package dev.slipway.refusal;

import java.util.List;

/// What rules, roles and users of a database may be in.
final class AclScenes {
  private static final String RULE = "{'name':'keys','redisRule':'+get ~a:*'}";
  private static final String USER = "{'name':'ann','role':'readers','password':'Secret-12'}";

  private AclScenes() {}

  static List<Scene> all() {
    return List.of(
        Scene.of(
            "acl",
            "the rule keys of the role readers of the user ann, and a rule and a role spare",
            stage -> {
              Setting.database(stage, "");
              stage.active("/acl/redisRules", RULE);
              stage.active("/acl/redisRules", RULE.replace("keys", "spare"));
              stage.active("/acl/roles", role("readers", "keys"));
              stage.active("/acl/roles", role("spare", "Read-Only"));
              stage.active("/acl/users", USER);
            }),
        Scene.of(
            "acl-pending",
            "a rule, a role and a user that are being made",
            stage -> {
              Setting.database(stage, "");
              stage.accepted("POST", "/acl/redisRules", RULE);
              stage.accepted("POST", "/acl/roles", role("readers", "Read-Only"));
              stage.accepted("POST", "/acl/users", USER);
            }),
        Scene.of(
            "role-deleting",
            "the role readers, which is being deleted",
            stage -> {
              Setting.database(stage, "");
              stage.active("/acl/roles", role("readers", "Read-Only"));
              stage.accepted("DELETE", "/acl/roles/10001", "");
            }),
        Scene.of(
            "user-deleting",
            "the user ann, who is being deleted",
            stage -> {
              Setting.database(stage, "");
              stage.active("/acl/roles", role("readers", "Read-Only"));
              stage.active("/acl/users", USER);
              stage.accepted("DELETE", "/acl/users/10001", "");
            }));
  }

  /// A role with one rule on the database.
  private static String role(String name, String rule) {
    return """
    {'name':'%s','redisRules':[{'ruleName':'%s',
     'databases':[{'subscriptionId':10001,'databaseId':10001}]}]}
    """
        .formatted(name, rule);
  }
}
