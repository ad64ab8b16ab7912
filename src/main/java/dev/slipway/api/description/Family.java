package dev.slipway.api.description;

/// What operations are about, as the published description groups them.
enum Family {
  ACCOUNT("Account"),
  TASKS("Tasks"),
  SUBSCRIPTIONS("Subscriptions"),
  DATABASES("Databases"),
  CONNECTIVITY("Connectivity"),
  ACCESS("Role-based Access Control (RBAC)"),
  CLOUD_ACCOUNTS("Cloud Accounts"),
  USERS("Users"),
  REDIRECTIONS("Endpoint redirections");

  private final String title;

  Family(String title) {
    this.title = title;
  }

  String title() {
    return title;
  }

  static Family of(String path) {
    String[] segments = path.substring(1).split("/", -1);
    return switch (segments[0]) {
      case "acl" -> ACCESS;
      case "cloud-accounts" -> CLOUD_ACCOUNTS;
      case "endpoint-redirections" -> REDIRECTIONS;
      case "subscriptions" -> ofSubscription(segments);
      case "tasks" -> TASKS;
      case "users" -> USERS;
      default -> ACCOUNT;
    };
  }

  private static Family ofSubscription(String[] segments) {
    return switch (segments.length > 2 ? segments[2] : "") {
      case "databases" -> DATABASES;
      case "peerings", "private-link", "private-service-connect", "transitGateways" -> CONNECTIVITY;
      case "regions" -> segments.length > 3 ? CONNECTIVITY : SUBSCRIPTIONS;
      default -> SUBSCRIPTIONS;
    };
  }
}
