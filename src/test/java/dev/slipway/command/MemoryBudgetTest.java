package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT;
import static dev.slipway.model.Specs.database;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.DatabaseSpec.Size;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What all databases of a machine may take together. The one that is there has 1 GB, and a replica
/// of as much.
class MemoryBudgetTest extends DatabaseUpdateTest {
  @BeforeEach
  void budget() {
    desk.serve(Desk.LENIENT.within(4));
  }

  @Test
  void whatJustFitsIsMade() {
    desk.accept(create(1));
  }

  @Test
  void whatDoesNotFitWithItsReplicaIsRefusedWithTheNumbers() {
    var problem = desk.refuse(create(1.1));

    assertThat(problem.type()).isEqualTo(DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT);
    assertThat(problem.description())
        .startsWith(
            "This takes 2.2 GB with replicas, the databases here have 2 GB, and the budget of this server is 4 GB");
  }

  @Test
  void databasesOfAllAccountsCount() {
    desk.changeAccount(Account.Plan.FLEXIBLE);
    subscription = desk.subscription(Desk.ACTIVE);

    assertThat(desk.refuse(create(1.1)).type()).isEqualTo(DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT);
  }

  @Test
  void growthCountsByWhatItAdds() {
    desk.serve(Desk.LENIENT.within(2.1));

    var problem = refuse(c -> c.size = new Size(1.1, false));

    assertThat(problem.description()).startsWith("This takes 0.2 GB more with replicas");
  }

  @Test
  void replicaThatIsAddedCounts() {
    database = databaseWith(d -> d.replication = false);
    desk.serve(Desk.LENIENT.within(3.5));

    assertThat(refuse(c -> c.replication = true).type())
        .isEqualTo(DATABASE_USAGE_EXCEEDS_GLOBAL_LIMIT);
  }

  @Test
  void databaseOverTheBudgetMayShrinkAndChange() {
    desk.serve(Desk.LENIENT.within(0.5));

    change(
        c -> {
          c.size = new Size(0.9, false);
          c.name = "smaller";
        });
  }

  private CreateDatabase create(double gb) {
    var wish = database("another", d -> d.size = new Size(gb, false));
    return new CreateDatabase(subscription, wish, false);
  }
}
