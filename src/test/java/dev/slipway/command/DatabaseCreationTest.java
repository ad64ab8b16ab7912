package dev.slipway.command;

import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Problem;
import dev.slipway.model.Specs;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import org.junit.jupiter.api.BeforeEach;

/// A test of new databases in one active subscription.
abstract class DatabaseCreationTest extends DeskTest {
  int subscription;

  @BeforeEach
  void subscribe() {
    subscription = desk.subscription(Desk.ACTIVE);
  }

  int create(DatabaseSpec spec) {
    return desk.accept(new CreateDatabase(subscription, spec, false));
  }

  Problem refuse(DatabaseSpec spec) {
    return desk.refuse(new CreateDatabase(subscription, spec, false));
  }

  int flash() {
    return desk.subscription(
        Specs.subscription(
            s -> {
              s.memoryStorage = MemoryStorage.RAM_AND_FLASH;
              s.capacityGb = 10;
            }),
        Desk.ACTIVE);
  }
}
