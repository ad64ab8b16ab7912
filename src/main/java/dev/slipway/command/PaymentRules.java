package dev.slipway.command;

import static dev.slipway.model.ProblemType.MARKETPLACE_PAYMENT_INFO_COLLISION;
import static dev.slipway.model.ProblemType.PAYMENT_INFO_EXPIRED;
import static dev.slipway.model.ProblemType.PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT;
import static dev.slipway.model.ProblemType.PAYMENT_INFO_NOT_PROVIDED;
import static dev.slipway.model.ProblemType.SUBSCRIPTION_PI_NOT_FOUND;

import dev.slipway.model.Account;
import dev.slipway.model.Catalogue;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import java.time.YearMonth;
import java.time.ZoneOffset;

/// How a subscription may be paid for (api-rules 4.1). An annual account has a contract and needs
/// no payment method.
record PaymentRules(Catalogue catalogue) {
  /// Refuses with MARKETPLACE_PAYMENT_INFO_COLLISION,
  /// PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT, PAYMENT_INFO_NOT_PROVIDED,
  /// SUBSCRIPTION_PI_NOT_FOUND and PAYMENT_INFO_EXPIRED.
  void check(SubscriptionSpec subscription, Turn turn) {
    Integer id = subscription.paymentMethodId();
    if (subscription.paymentMethod() == PaymentMethod.MARKETPLACE) {
      if (id != null) {
        throw new Refused(
            MARKETPLACE_PAYMENT_INFO_COLLISION,
            "paymentMethodId %s does not go with paymentMethod marketplace.".formatted(id),
            "Send one of them.");
      }
    } else if (id != null && hasContract(turn)) {
      throw new Refused(
          PAYMENT_INFO_NOT_ALLOWED_IN_CONTRACT_ASSOCIATED_ACCOUNT,
          "paymentMethodId %s does not go with the contract of an annual account.".formatted(id),
          "Leave it out.");
    } else if (id != null) {
      canBeCharged(id, YearMonth.from(turn.now().atOffset(ZoneOffset.UTC)));
    } else if (!hasContract(turn)) {
      throw new Refused(
          PAYMENT_INFO_NOT_PROVIDED,
          "paymentMethod credit-card needs a paymentMethodId.",
          "GET /payment-methods lists them.");
    }
  }

  private void canBeCharged(int id, YearMonth month) {
    var method =
        catalogue
            .paymentMethod(id)
            .orElseThrow(
                () ->
                    new Refused(
                        SUBSCRIPTION_PI_NOT_FOUND,
                        "There is no payment method %s.".formatted(id),
                        "GET /payment-methods lists them."));
    if (!method.validIn(month)) {
      throw new Refused(
          PAYMENT_INFO_EXPIRED,
          "Payment method %s expired with %s-%s."
              .formatted(id, method.expirationYear(), method.expirationMonth()),
          "GET /payment-methods lists the others.");
    }
  }

  private static boolean hasContract(Turn turn) {
    return turn.tx().accounts().all().stream()
        .anyMatch(
            account ->
                account.id().equals(turn.account()) && account.plan() == Account.Plan.ANNUAL);
  }
}
