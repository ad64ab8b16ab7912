package dev.slipway.api.resource;

import dev.slipway.model.Status;

/// How the API spells the status of what has no database of its own (api-rules 4.0).
public final class StatusWords {
  private StatusWords() {}

  /// Of a rule, a role or a user: `pending`, `active`, `deleting` or `error`.
  public static String ofAccess(Status status) {
    return switch (status) {
      case Status.Pending _, Status.Changing _ -> "pending";
      case Status.Active _ -> "active";
      case Status.Deleting _ -> "deleting";
      case Status.Failed _ -> "error";
    };
  }

  /// Of a cloud account.
  public static String ofCloudAccount(Status status) {
    return switch (status) {
      case Status.Pending _ -> "draft";
      case Status.Changing _ -> "change-draft";
      case Status.Active _ -> "active";
      case Status.Deleting _ -> "delete-draft";
      case Status.Failed _ -> "error";
    };
  }
}
