package dev.slipway.proof.simulation;

import dev.slipway.command.Commands;
import dev.slipway.command.Handlers;
import dev.slipway.command.Installation;
import dev.slipway.command.Outcome;
import dev.slipway.model.AccountId;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.Limits;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import java.util.List;
import java.util.SplittableRandom;

/// Ways to break what commands do.
final class BrokenCommands {
  private BrokenCommands() {}

  /// Ten subscriptions may change at once.
  static Commands withoutTheLimitOfThree(Commands commands) {
    return new Handlers(
        Specs.catalogue(),
        BrokenLimits.withTenSubscriptions(Limits.standard()),
        new Installation("localhost", Host.FIRST_PORT, Host.LAST_PORT, false, List.of("7.0.15")),
        new SplittableRandom(1));
  }

  /// A refusal repeats the password.
  static Commands tellingThePassword(Commands commands) {
    return (command, account, tx, now) ->
        command instanceof CreateDatabase create
            ? new Outcome.Rejected(
                new Problem(ProblemType.GENERAL_ERROR, create.spec().access().password().clear()))
            : commands.run(command, account, tx, now);
  }

  /// A failure inside the server repeats the password, and so does its log.
  static Commands loggingThePassword(Commands commands) {
    return (command, account, tx, now) -> {
      if (command instanceof CreateDatabase create) {
        throw new IllegalStateException(create.spec().access().password().clear());
      }
      return commands.run(command, account, tx, now);
    };
  }

  /// A command finds what it names in any account.
  static Commands forEveryAccount(Commands commands) {
    return (command, account, tx, now) -> {
      Outcome outcome = commands.run(command, account, tx, now);
      for (int other = 1; other <= 3 && notFound(outcome); other++) {
        outcome = commands.run(command, new AccountId(other), tx, now);
      }
      return outcome;
    };
  }

  private static boolean notFound(Outcome outcome) {
    return outcome instanceof Outcome.Rejected(Problem problem) && problem.status() == 404;
  }

  /// One handler throws.
  static Commands thatThrow(Commands commands) {
    return (command, account, tx, now) -> {
      if (command instanceof DeleteDatabase) {
        throw new IllegalStateException("on purpose");
      }
      return commands.run(command, account, tx, now);
    };
  }
}
