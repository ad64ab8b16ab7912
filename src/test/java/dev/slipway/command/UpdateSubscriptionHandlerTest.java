package dev.slipway.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.Status;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import dev.slipway.model.UpdateSubscription;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class UpdateSubscriptionHandlerTest extends DeskTest {
  private int subscription;

  @BeforeEach
  void subscribe() {
    subscription = desk.subscription(Desk.ACTIVE);
  }

  @Test
  void newNameIsWrittenAndTheSubscriptionStaysActive() {
    desk.accept(name("store"));

    var changed = desk.subscription(subscription);
    assertThat(changed.spec().name()).isEqualTo("store");
    assertThat(changed.status()).isEqualTo(Desk.ACTIVE);
  }

  @Test
  void absentValuesStay() {
    var before = desk.subscription(subscription).spec();

    desk.accept(name("store"));

    assertThat(desk.subscription(subscription).spec()).isEqualTo(before.withName("store"));
  }

  @Test
  void repeatedValuesChangeNothing() {
    var before = desk.subscription(subscription);

    desk.accept(repetition());

    assertThat(desk.subscription(subscription)).isEqualTo(before);
  }

  @Test
  void repeatedValuesAreAcceptedWhilePending() {
    subscription = desk.subscription(Desk.PENDING);

    assertThat(desk.accept(repetition())).isEqualTo(subscription);
  }

  @Test
  void databaseThatIsBeingDeletedIsNoHindrance() {
    desk.database(
        subscription,
        Specs.database("cache", d -> d.sourceIps = List.of("8.8.8.8")),
        new Status.Deleting());

    desk.accept(publicAccess(false));

    assertThat(desk.subscription(subscription).spec().publicEndpointAccess()).isFalse();
  }

  @Test
  void marketplaceLeavesTheCardBehind() {
    desk.accept(payment(PaymentMethod.MARKETPLACE, null));

    var spec = desk.subscription(subscription).spec();
    assertThat(spec.paymentMethod()).isEqualTo(PaymentMethod.MARKETPLACE);
    assertThat(spec.paymentMethodId()).isNull();
  }

  @Test
  void unknownSubscriptionIsRefused() {
    var problem = desk.refuse(new UpdateSubscription(99, "store", null, null, null));

    assertThat(problem.type()).isEqualTo(ProblemType.SUBSCRIPTION_NOT_FOUND);
  }

  @Test
  void changeWhilePendingIsRefused() {
    subscription = desk.subscription(Desk.PENDING);

    assertThat(desk.refuse(name("store")).type()).isEqualTo(ProblemType.SUBSCRIPTION_NOT_ACTIVE);
  }

  @ParameterizedTest
  @MethodSource("unsettled")
  void databaseThatIsNotSettledHindersAChange(Status status) {
    desk.database(subscription, Specs.database("cache"), status);

    assertThat(desk.refuse(name("store")).type())
        .isEqualTo(ProblemType.SUBSCRIPTION_CONTAINS_NON_ACTIVE_DATABASE);
  }

  @ParameterizedTest
  @MethodSource("unsettled")
  void databaseThatIsNotSettledDoesNotHinderARepetition(Status status) {
    desk.database(subscription, Specs.database("cache"), status);

    assertThat(desk.accept(repetition())).isEqualTo(subscription);
  }

  static Stream<Status> unsettled() {
    return Stream.of(Desk.PENDING, new Status.Changing("taking on its new settings"));
  }

  @Test
  void databaseInErrorDoesNotHinderAChange() {
    var problem = new Problem(ProblemType.PROVISION_FAILURE, "no port");
    desk.database(subscription, Specs.database("cache"), new Status.Failed(problem));

    assertThat(desk.accept(name("store"))).isEqualTo(subscription);
  }

  @Test
  void unknownPaymentMethodIsRefused() {
    assertThat(desk.refuse(payment(null, 77)).type())
        .isEqualTo(ProblemType.SUBSCRIPTION_PI_NOT_FOUND);
  }

  @Test
  void expiredPaymentMethodIsRefused() {
    assertThat(desk.refuse(payment(null, Specs.EXPIRED_CARD)).type())
        .isEqualTo(ProblemType.PAYMENT_INFO_EXPIRED);
  }

  @Test
  void cardThatExpiredMeanwhileDoesNotHinderANewName() {
    subscription =
        desk.subscription(
            Specs.subscription(s -> s.paymentMethodId = Specs.EXPIRED_CARD), Desk.ACTIVE);

    assertThat(desk.accept(name("store"))).isEqualTo(subscription);
  }

  @Test
  void marketplaceWithACardIsRefused() {
    assertThat(desk.refuse(payment(PaymentMethod.MARKETPLACE, Specs.CARD)).type())
        .isEqualTo(ProblemType.MARKETPLACE_PAYMENT_INFO_COLLISION);
  }

  @Test
  void publicSourcesHinderPrivateEndpoints() {
    desk.database(
        subscription, Specs.database("cache", d -> d.sourceIps = List.of("8.8.8.8")), Desk.ACTIVE);

    assertThat(desk.refuse(publicAccess(false)).type())
        .isEqualTo(ProblemType.CLIENT_PUBLIC_ACCESS_INVALID_SOURCE_IPS);
  }

  @Test
  void privateSourcesDoNotHinderPrivateEndpoints() {
    desk.database(
        subscription,
        Specs.database("cache", d -> d.sourceIps = List.of("127.0.0.1", "10.0.0.0/8")),
        Desk.ACTIVE);

    desk.accept(publicAccess(false));

    assertThat(desk.subscription(subscription).spec().publicEndpointAccess()).isFalse();
  }

  private UpdateSubscription name(String name) {
    return new UpdateSubscription(subscription, name, null, null, null);
  }

  private UpdateSubscription payment(@Nullable PaymentMethod method, @Nullable Integer id) {
    return new UpdateSubscription(subscription, null, method, id, null);
  }

  private UpdateSubscription publicAccess(boolean open) {
    return new UpdateSubscription(subscription, null, null, null, open);
  }

  private UpdateSubscription repetition() {
    return new UpdateSubscription(
        subscription, "shop", PaymentMethod.CREDIT_CARD, Specs.CARD, true);
  }
}
