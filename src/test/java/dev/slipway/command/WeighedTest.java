package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_SIZE_SMALLER_THAN_USAGE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.model.Account;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.Specs;
import dev.slipway.model.UpdateDatabase;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/// What a database uses is asked before it is made smaller.
class WeighedTest extends DatabaseUpdateTest {
  @Test
  void whatIsUsedNowCountsAndNotWhatWasSeenLast() {
    desk.uses(database, 1_000_000);
    desk.weigh(_ -> OptionalLong.of(600_000_000));

    assertThat(resize(0.5)).isInstanceOfSatisfying(Outcome.Rejected.class, WeighedTest::tellsBoth);
  }

  @Test
  void whatWasDeletedSinceTheLastLookIsNotHeldAgainstIt() {
    desk.uses(database, 600_000_000);
    desk.weigh(_ -> OptionalLong.of(1_000_000));

    assertThat(resize(0.5)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void silentRedisIsJudgedByWhatWasSeenLast() {
    desk.uses(database, 600_000_000);
    desk.weigh(_ -> OptionalLong.empty());

    assertThat(resize(0.5)).isInstanceOf(Outcome.Rejected.class);
  }

  @Test
  void nobodyIsAskedWhenADatabaseGrows() {
    desk.weigh(WeighedTest::unasked);

    assertThat(resize(2)).isInstanceOf(Outcome.Accepted.class);
  }

  @Test
  void databaseOfAnotherAccountIsNotAsked() {
    desk.weigh(WeighedTest::unasked);
    desk.changeAccount(Account.Plan.FLEXIBLE);

    assertThat(resize(0.5)).isInstanceOf(Outcome.Rejected.class);
  }

  private static OptionalLong unasked(int database) {
    throw new AssertionError("database " + database + " was asked");
  }

  private Outcome resize(double gb) {
    var change = Specs.change(c -> c.size = new Size(gb, false));
    return desk.run(new UpdateDatabase(subscription, database, change, false));
  }

  private static void tellsBoth(Outcome.Rejected rejected) {
    assertThat(rejected.problem().type()).isEqualTo(DATABASE_SIZE_SMALLER_THAN_USAGE);
    assertThat(rejected.problem().description())
        .startsWith("The database uses 0.6 GB, and 0.5 GB, which is 1 GB with its copies, ");
  }
}
