package dev.slipway.model;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
  PSC_SERVICE_DELETED(new Status.Deleting(), "delete-pending", "delete-queued", "delete-pending"),

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

  /// How many of these states it has behind it.
  ///
  /// @param elapsed since it was put on this course
  /// @param stop how long it waits in each
  public int passed(Duration elapsed, Duration stop) {
    return Math.clamp(elapsed.dividedBy(stop), 0, stops.size());
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

  /// What becomes of it when the other side says this; empty when it waits for no such answer.
  public Optional<Course> after(CounterpartReply reply) {
    return Optional.ofNullable(
        switch (this) {
          case PEERING_ASKED_FOR -> chosen(reply, this, PEERING_REJECTED, PEERING_FAILED);
          case PSC_SERVICE_ASKED_FOR -> chosen(reply, this, PSC_SERVICE_FAILED, PSC_SERVICE_FAILED);
          case PSC_ENDPOINT_DESCRIBED ->
              chosen(reply, PSC_ENDPOINT_BUILT, PSC_ENDPOINT_DELETED, PSC_ENDPOINT_FAILED);
          case PSC_ENDPOINT_BUILT, PSC_ENDPOINT_ACCEPTED, PSC_ENDPOINT_REJECTED ->
              chosen(reply, null, PSC_ENDPOINT_DELETED, PSC_ENDPOINT_FAILED);
          case ATTACHMENT_ASKED_FOR, ATTACHMENT_CHANGED ->
              chosen(reply, this, ATTACHMENT_REJECTED, ATTACHMENT_FAILED);
          case LINK_ASKED_FOR -> chosen(reply, this, LINK_FAILED, LINK_FAILED);
          case PRINCIPAL_NAMED -> chosen(reply, this, PRINCIPAL_FAILED, PRINCIPAL_FAILED);
          case PEERING_REJECTED,
              PEERING_FAILED,
              PEERING_DELETED,
              PSC_SERVICE_FAILED,
              PSC_SERVICE_DELETED,
              PSC_ENDPOINT_FAILED,
              PSC_ENDPOINT_DELETED,
              GATEWAY_SHARED,
              GATEWAY_ACCEPTED,
              GATEWAY_REJECTED,
              ATTACHMENT_REJECTED,
              ATTACHMENT_FAILED,
              ATTACHMENT_DELETED,
              LINK_FAILED,
              LINK_DELETED,
              PRINCIPAL_FAILED,
              PRINCIPAL_REMOVED ->
              null;
        });
  }

  private static @Nullable Course chosen(
      CounterpartReply reply, @Nullable Course accepted, Course rejected, Course failed) {
    return switch (reply) {
      case ACCEPT -> accepted;
      case REJECT -> rejected;
      case FAIL -> failed;
    };
  }

  /// How the API spells a row of this course that is in this status.
  public String word(Status status) {
    return switch (status) {
      case Status.Pending(String reason) -> reason;
      case Status.Changing(String reason) -> reason;
      case Status.Active _, Status.Failed _, Status.Deleting _ -> word;
    };
  }

  /// The same when time is looked at too, as the status of a row that is being taken down stays the
  /// same until the row goes.
  public String word(Status status, Duration elapsed, Duration stop) {
    int passed = passed(elapsed, stop);
    return status instanceof Status.Deleting && passed < stops.size()
        ? stops.get(passed)
        : word(status);
  }
}
