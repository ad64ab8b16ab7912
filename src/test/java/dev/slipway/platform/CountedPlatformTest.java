package dev.slipway.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.slipway.model.Counts;
import dev.slipway.model.Counts.Deed;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Problem;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Specs;
import dev.slipway.model.Wanted;
import dev.slipway.platform.Observed.Life;
import java.time.Duration;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/// What is counted of a platform on which everything takes a second.
final class CountedPlatformTest {
  private static final int ID = 10_001;
  private static final DatabaseSpec SPEC = Specs.database("cache");

  private final Counts counts = new Counts();
  private final OneRedis redis = new OneRedis();
  private final CountedPlatform platform = new CountedPlatform(redis, counts, redis::nanos);

  private long counted(String step, String outcome) {
    var times = counts.steps().times().get(new Deed(step, outcome));
    return times == null ? 0 : times.classes().stream().mapToLong(Long::longValue).sum();
  }

  private void look(DatabaseSpec spec) throws PlatformException {
    platform.observe(ID, Wanted.alone(spec));
  }

  private void apply(Action action) throws PlatformException {
    platform.apply(action, ID, Wanted.alone(SPEC));
  }

  @Test
  void lookIsCountedWithHowTheRedisWasAndHowLongItTook() throws Exception {
    look(SPEC);

    assertThat(counted("look", "serving")).isEqualTo(1);
    assertThat(counts.steps().times().values())
        .singleElement()
        .satisfies(times -> assertThat(times.seconds()).isEqualTo(1));
  }

  @Test
  void actionIsCountedByWhetherItWorked() throws Exception {
    apply(Action.CONFIGURE);
    redis.broken = true;
    assertThatThrownBy(() -> apply(Action.CONFIGURE)).isInstanceOf(PlatformException.class);

    assertThat(counted("configure", "done")).isEqualTo(1);
    assertThat(counted("configure", "failed")).isEqualTo(1);
  }

  @Test
  void firstStartIsNoRestart() throws Exception {
    apply(Action.START);
    look(SPEC);
    assertThat(counts.restarts().sum()).isZero();

    apply(Action.START);

    assertThat(counts.restarts().sum()).isEqualTo(1);
  }

  @Test
  void startAfterAnErasureIsNoRestart() throws Exception {
    look(SPEC);
    apply(Action.ERASE);

    apply(Action.START);

    assertThat(counts.restarts().sum()).isZero();
  }

  @Test
  void replicaThatTookOverIsCountedOnce() throws Exception {
    look(SPEC);
    look(SPEC.takenOver());
    look(SPEC.takenOver());

    assertThat(counts.failovers().sum()).isEqualTo(1);
  }

  @Test
  void takeOverUnderAnEarlierServerIsNotCounted() throws Exception {
    look(SPEC.takenOver());

    assertThat(counts.failovers().sum()).isZero();
  }

  /// It always serves, and takes a second for everything.
  private static final class OneRedis implements Platform {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    boolean broken;
    private long nanos;

    long nanos() {
      return nanos;
    }

    @Override
    public Observed observe(int databaseId, Wanted wanted) {
      nanos += SECOND;
      return new Observed(Life.SERVING, true, null, null, Observed.Replica.NONE, null);
    }

    @Override
    public void apply(Action action, int databaseId, Wanted wanted) throws PlatformException {
      nanos += SECOND;
      if (broken) {
        throw new PlatformException(new Problem(ProblemType.PROVISION_FAILURE, "broken"), false);
      }
    }

    @Override
    public boolean ended(int databaseId) {
      return false;
    }

    @Override
    public boolean free(int port) {
      return true;
    }

    @Override
    public void onSuspicion(IntConsumer look) {}
  }
}
