package dev.slipway.store.sql;

import dev.slipway.model.AccountId;
import dev.slipway.model.AclRoleSpec;
import dev.slipway.model.AclUserSpec;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Facts;
import dev.slipway.model.Kind;
import dev.slipway.model.LinkPrincipalSpec;
import dev.slipway.model.Pause;
import dev.slipway.model.PeeringSpec;
import dev.slipway.model.PrivateLinkSpec;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscServiceSpec;
import dev.slipway.model.RedisRuleSpec;
import dev.slipway.model.Ref;
import dev.slipway.model.Resource;
import dev.slipway.model.Spec;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.TgwAttachmentSpec;
import dev.slipway.model.TransitGatewaySpec;
import dev.slipway.model.Trouble;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Resources to columns and back.
final class ResourceRows {
  /// The form of the stored specifications; a change of it needs a migration.
  static final int SPEC_VERSION = 1;

  private final Documents documents;

  ResourceRows(Documents documents) {
    this.documents = documents;
  }

  /// A status as three columns.
  record StatusColumns(String word, @Nullable String reason, @Nullable String problem) {
    /// The columns of a resource that comes to another status.
    ///
    /// @throws IllegalStateException when the table of moves says that it cannot
    static StatusColumns after(Resource<?> resource, Status next) {
      if (!resource.status().mayBecome(next)) {
        throw new IllegalStateException(
            resource.ref() + " cannot go from " + resource.status() + " to " + next);
      }
      return of(next);
    }

    static StatusColumns of(Status status) {
      return switch (status) {
        case Status.Pending pending -> new StatusColumns("pending", pending.reason(), null);
        case Status.Changing changing -> new StatusColumns("changing", changing.reason(), null);
        case Status.Active _ -> new StatusColumns("active", null, null);
        case Status.Deleting _ -> new StatusColumns("deleting", null, null);
        case Status.Failed(Problem problem) ->
            new StatusColumns("failed", problem.description(), problem.type().name());
      };
    }
  }

  String spec(Spec spec) {
    return documents.write(spec);
  }

  @Nullable String facts(@Nullable Facts facts) {
    return facts == null ? null : documents.write(facts);
  }

  Resource<?> read(Row row) throws SQLException {
    return switch (Kind.valueOf(row.text("kind"))) {
      case SUBSCRIPTION -> read(row, Kind.SUBSCRIPTION, SubscriptionSpec.class);
      case DATABASE -> read(row, Kind.DATABASE, DatabaseSpec.class);
      case REDIS_RULE -> read(row, Kind.REDIS_RULE, RedisRuleSpec.class);
      case ACL_ROLE -> read(row, Kind.ACL_ROLE, AclRoleSpec.class);
      case ACL_USER -> read(row, Kind.ACL_USER, AclUserSpec.class);
      case CLOUD_ACCOUNT -> read(row, Kind.CLOUD_ACCOUNT, CloudAccountSpec.class);
      case VPC_PEERING -> read(row, Kind.VPC_PEERING, PeeringSpec.class);
      case PSC_SERVICE -> read(row, Kind.PSC_SERVICE, PscServiceSpec.class);
      case PSC_ENDPOINT -> read(row, Kind.PSC_ENDPOINT, PscEndpointSpec.class);
      case TRANSIT_GATEWAY -> read(row, Kind.TRANSIT_GATEWAY, TransitGatewaySpec.class);
      case TGW_ATTACHMENT -> read(row, Kind.TGW_ATTACHMENT, TgwAttachmentSpec.class);
      case PRIVATE_LINK -> read(row, Kind.PRIVATE_LINK, PrivateLinkSpec.class);
      case LINK_PRINCIPAL -> read(row, Kind.LINK_PRINCIPAL, LinkPrincipalSpec.class);
    };
  }

  <S extends Spec> Resource<S> read(Row row, Kind kind, Class<S> type) throws SQLException {
    return new Resource<>(
        new Ref(kind, row.number("id")),
        new AccountId(row.number("account_id")),
        row.numberOrNull("parent"),
        documents.read(row.text("spec"), type),
        status(row),
        row.big("version"),
        row.time("created_at"),
        row.time("wanted_at"),
        row.time("changed_at"),
        row.timeOrNull("activated_at"),
        row.number("attempts"),
        row.textOrNull("last_action"),
        pause(row),
        trouble(row),
        facts(row));
  }

  private static Status status(Row row) throws SQLException {
    String reason = row.textOrNull("reason");
    return switch (row.text("status")) {
      case "pending" -> new Status.Pending(text(reason));
      case "changing" -> new Status.Changing(text(reason));
      case "active" -> new Status.Active();
      case "deleting" -> new Status.Deleting();
      case "failed" ->
          new Status.Failed(new Problem(ProblemType.valueOf(row.text("problem")), text(reason)));
      default -> throw new IllegalStateException("the store holds status " + row.text("status"));
    };
  }

  private static @Nullable Pause pause(Row row) throws SQLException {
    String action = row.textOrNull("paused_action");
    return action == null ? null : new Pause(action, row.time("paused_until"));
  }

  private static @Nullable Trouble trouble(Row row) throws SQLException {
    String type = row.textOrNull("trouble");
    return type == null
        ? null
        : new Trouble(
            new Problem(ProblemType.valueOf(type), text(row.text("trouble_text"))),
            row.truth("trouble_lasting"));
  }

  private @Nullable Facts facts(Row row) throws SQLException {
    String facts = row.textOrNull("facts");
    return facts == null ? null : documents.read(facts, Facts.class);
  }

  private static String text(@Nullable String reason) {
    return reason == null ? "" : reason;
  }
}
