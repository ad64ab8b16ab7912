package dev.slipway.command;

import static dev.slipway.model.ProblemType.CLOUD_ACCOUNT_ACCESS_KEY_EXISTS;
import static dev.slipway.model.ProblemType.CLOUD_ACCOUNT_NAME_EXISTS;
import static dev.slipway.model.ProblemType.CLOUD_ACCOUNT_NOT_FOUND;
import static dev.slipway.model.ProblemType.CLOUD_ACCOUNT_USED;

import dev.slipway.model.CloudAccountCommand.CreateCloudAccount;
import dev.slipway.model.CloudAccountCommand.DeleteCloudAccount;
import dev.slipway.model.CloudAccountCommand.UpdateCloudAccount;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.Kind;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import java.util.Objects;

/// Keeps, changes and forgets cloud accounts. The internal one stays as it is, and so does one that
/// a subscription uses (api-rules 4.3).
final class CloudAccountHandler {
  private CloudAccountHandler() {}

  static Outcome create(CreateCloudAccount command, Turn turn) {
    check(command.spec(), 0, turn);
    int id = turn.tx().ids().next(Kind.CLOUD_ACCOUNT);
    turn.tx()
        .cloudAccounts()
        .add(
            turn.account(),
            id,
            null,
            command.spec(),
            new Status.Pending("being created"),
            turn.now());
    return Outcome.Accepted.resource(id);
  }

  static Outcome update(UpdateCloudAccount command, Turn turn) {
    var account = account(command.cloudAccountId(), turn);
    StatusRules.active(account, turn);
    var before = account.spec();
    var wanted =
        new CloudAccountSpec(
            Objects.requireNonNullElse(command.name(), before.name()),
            before.provider(),
            command.accessKeyId(),
            command.accessSecretKey(),
            command.consoleUsername(),
            command.consolePassword(),
            Objects.requireNonNullElse(command.signInLoginUrl(), before.signInLoginUrl()));
    check(wanted, account.id(), turn);
    if (!wanted.equals(before)) {
      turn.tx()
          .cloudAccounts()
          .want(account, wanted, new Status.Changing("being changed"), turn.now());
    }
    return Outcome.Accepted.resource(account.id());
  }

  static Outcome delete(DeleteCloudAccount command, Turn turn) {
    var account = account(command.cloudAccountId(), turn);
    turn.tx().subscriptions().of(turn.account()).stream()
        .filter(subscription -> subscription.spec().cloudAccountId() == account.id())
        .findFirst()
        .ifPresent(
            subscription -> {
              throw new Refused(
                  CLOUD_ACCOUNT_USED,
                  "The cloud account is used by subscription %s.".formatted(subscription.id()),
                  "Delete its subscriptions first.");
            });
    turn.tx().cloudAccounts().want(account, account.spec(), new Status.Deleting(), turn.now());
    return Outcome.Accepted.resource(account.id());
  }

  private static Resource<CloudAccountSpec> account(int id, Turn turn) {
    return turn.tx()
        .cloudAccounts()
        .find(turn.account(), id)
        .orElseThrow(
            () ->
                new Refused(
                    CLOUD_ACCOUNT_NOT_FOUND,
                    "There is no cloud account " + id + " that could be changed.",
                    "GET /cloud-accounts lists them."));
  }

  private static void check(CloudAccountSpec spec, int except, Turn turn) {
    for (var other : turn.tx().cloudAccounts().of(turn.account())) {
      if (other.id() != except && other.spec().name().equals(spec.name())) {
        throw new Refused(
            CLOUD_ACCOUNT_NAME_EXISTS,
            "There is a cloud account %s already.".formatted(Words.quoted(spec.name())),
            "Choose another name.");
      }
      if (other.id() != except && other.spec().accessKeyId().equals(spec.accessKeyId())) {
        throw new Refused(
            CLOUD_ACCOUNT_ACCESS_KEY_EXISTS,
            "The accessKeyId is that of cloud account %s.".formatted(other.id()),
            "Use that one, or send another key.");
      }
    }
  }
}
