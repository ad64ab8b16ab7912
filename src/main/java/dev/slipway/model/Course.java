package dev.slipway.model;

import java.util.List;

/// What becomes of something emulated by itself: the states in which it waits, one after the other
/// and each for the time of {@link Limits#counterpart}, and the one in which it ends. The words are
/// the API's (api-rules 6). A request, or an answer of the counterpart, puts it on another course.
@SuppressWarnings("ImmutableEnumChecker") // statuses are records, and the lists are copies
public enum Course {
  PEERING_ASKED_FOR(new Status.Active(), "active", "initiating-request", "pending-acceptance"),
  PEERING_REJECTED(rejected(ProblemType.VPC_PEERING_GENERAL_ERROR), "inactive"),
  PEERING_FAILED(failed(ProblemType.VPC_PEERING_GENERAL_ERROR), "failed"),
  PEERING_DELETED(new Status.Deleting(), "deleted"),

  PSC_SERVICE_ASKED_FOR(
      new Status.Active(), "active", "create-queued", "initialized", "create-pending"),
  PSC_SERVICE_FAILED(failed(ProblemType.PSC_SERVICE_NOT_ACTIVE), "provision-failed"),
  PSC_SERVICE_DELETED(new Status.Deleting(), "delete-pending", "delete-pending"),

  /// It waits for somebody to run the creation script.
  PSC_ENDPOINT_DESCRIBED(new Status.Pending("initialized"), "initialized"),
  /// It waits for the user to accept it.
  PSC_ENDPOINT_BUILT(new Status.Pending("pending"), "pending", "processing"),
  PSC_ENDPOINT_ACCEPTED(new Status.Active(), "active", "accept-pending"),
  PSC_ENDPOINT_REJECTED(
      rejected(ProblemType.PSC_ENDPOINT_NOT_ACTIVE), "rejected", "reject-pending"),
  PSC_ENDPOINT_FAILED(failed(ProblemType.PSC_ENDPOINT_NOT_ACTIVE), "failed"),
  PSC_ENDPOINT_DELETED(new Status.Deleting(), "deleted"),

  /// It waits for the user to accept it.
  GATEWAY_SHARED(new Status.Pending("pending"), "pending"),
  GATEWAY_ACCEPTED(new Status.Active(), "accepted"),
  GATEWAY_REJECTED(rejected(ProblemType.TGW_RESOURCE_SHARE_DOES_NOT_EXIST), "rejected"),

  ATTACHMENT_ASKED_FOR(
      new Status.Active(), "available", "initiating-request", "pending", "pendingAcceptance"),
  ATTACHMENT_CHANGED(new Status.Active(), "available", "modifying"),
  ATTACHMENT_REJECTED(rejected(ProblemType.TGW_ATTACHMENT_IS_NOT_ACTIVE), "rejected", "rejecting"),
  ATTACHMENT_FAILED(
      failed(ProblemType.TGW_ATTACHMENT_IS_NOT_ACTIVE), "failed", "failing", "rollingBack"),
  ATTACHMENT_DELETED(new Status.Deleting(), "deleting", "deleting"),

  LINK_ASKED_FOR(new Status.Active(), "active", "initializing"),
  LINK_FAILED(failed(ProblemType.PRIVATE_LINK_SERVICE_ERROR), "failed"),
  LINK_DELETED(new Status.Deleting(), "deleting", "deleting"),

  PRINCIPAL_NAMED(new Status.Active(), "associated", "initializing", "associating"),
  PRINCIPAL_FAILED(failed(ProblemType.PRIVATE_LINK_SERVICE_ERROR), "failed"),
  PRINCIPAL_REMOVED(new Status.Deleting(), "disassociating", "disassociating");

  private final Status end;
  private final String word;
  private final List<String> stops;

  Course(Status end, String word, String... stops) {
    this.end = end;
    this.word = word;
    this.stops = List.of(stops);
  }

  private static Status rejected(ProblemType type) {
    return new Status.Failed(new Problem(type, "The other side rejected it."));
  }

  private static Status failed(ProblemType type) {
    return new Status.Failed(new Problem(type, "The other side reported a failure."));
  }

  /// The states in which it waits; empty when it is at the end at once.
  public List<String> stops() {
    return stops;
  }

  /// The status of the row at the end; deleting means that the row goes then.
  public Status end() {
    return end;
  }

  /// The status of the row at the beginning.
  public Status start() {
    return stops.isEmpty() || end instanceof Status.Deleting
        ? end
        : new Status.Pending(stops.getFirst());
  }

  /// How the API spells a row of this course that is in this status.
  public String word(Status status) {
    return switch (status) {
      case Status.Pending(String reason) -> reason;
      case Status.Changing(String reason) -> reason;
      case Status.Active _, Status.Failed _, Status.Deleting _ -> word;
    };
  }
}
