package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.slipway.model.Catalogue;
import dev.slipway.model.Crdb;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.SubscriptionSpec;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// Versions that are not yet released; the catalogue that comes along has none.
final class CrdbRulesTest {
  private static final CrdbRules RULES = new CrdbRules(withPreview());

  @Test
  void previewIsNoVersionOfAnActiveActiveSubscription() {
    var refused =
        catchThrowableOfType(Refused.class, () -> RULES.subscription(subscription("9.0")));

    assertThat(refused.problem().type())
        .isEqualTo(ProblemType.ACTIVE_ACTIVE_SUBSCRIPTION_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED);
  }

  @Test
  void releasedVersionAndNoneAreFine() {
    assertThatCode(() -> RULES.subscription(subscription("7.4"))).doesNotThrowAnyException();
    assertThatCode(() -> RULES.subscription(subscription(null))).doesNotThrowAnyException();
  }

  @Test
  void previewIsNoVersionOfAnActiveActiveDatabase() {
    var subscription = subscription(null);
    var database =
        Specs.database(
            "d",
            draft -> {
              draft.redisVersion = "9.0";
              draft.crdb = Crdb.standard(subscription.regions());
            });

    var refused = catchThrowableOfType(Refused.class, () -> RULES.creation(database, subscription));

    assertThat(refused.problem().type())
        .isEqualTo(ProblemType.ACTIVE_ACTIVE_DATABASE_PREVIEW_REDIS_VERSION_IS_NOT_SUPPORTED);
  }

  private static SubscriptionSpec subscription(@Nullable String version) {
    return Specs.subscription(
        draft -> {
          draft.deployment = SubscriptionSpec.Deployment.ACTIVE_ACTIVE;
          draft.redisVersion = version;
        });
  }

  private static Catalogue withPreview() {
    var plain = Specs.catalogue();
    return new Catalogue(
        plain.regions(),
        plain.modules(),
        List.of(
            new Catalogue.Version("7.4", null, false, true),
            new Catalogue.Version("9.0", null, true, false)),
        plain.paymentMethods(),
        plain.cloudAccounts(),
        plain.shardUnits(),
        plain.flashUnits(),
        plain.currency());
  }
}
