package dev.slipway;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Time, ids and chance are handed in: whoever makes them is named here, with the reason. A name
/// that has no reason any more fails too.
///
/// Proof may do as it likes, but for the simulation: a seed would not replay.
final class TimeAndChanceTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(
              place ->
                  !place.contains("/dev/slipway/proof/")
                      || place.contains("/dev/slipway/proof/simulation/"))
          .importPackages("dev.slipway");

  private static final Pattern CLOCK =
      Pattern.compile(
          "java\\.time\\..*\\.now"
              + "|java\\.time\\.(Clock|InstantSource)\\.(system\\w*|tick(Millis|Seconds|Minutes))"
              + "|java\\.lang\\.System\\.currentTimeMillis"
              + "|java\\.util\\.Date\\.<init>|java\\.util\\.Calendar\\.getInstance");

  private static final Pattern CHANCE =
      Pattern.compile(
          "java\\.util\\.(Random|SplittableRandom)\\.<init>"
              + "|java\\.security\\.SecureRandom\\.(<init>|getInstance\\w*)"
              + "|java\\.util\\.concurrent\\.ThreadLocalRandom\\.current"
              + "|java\\.util\\.random\\.RandomGenerator(Factory)?\\.(of|getDefault)"
              + "|java\\.util\\.UUID\\.randomUUID|java\\.lang\\.Math\\.random");

  private static final Pattern TIMER = Pattern.compile("java\\.lang\\.System\\.nanoTime");

  private static final Pattern SLEEP =
      Pattern.compile(
          "java\\.lang\\.Thread\\.sleep|java\\.util\\.concurrent\\.TimeUnit\\.sleep"
              + "|java\\.util\\.concurrent\\.locks\\.LockSupport\\.park(Nanos|Until)");

  @Test
  void clocksAreMadeByTheRootAlone() {
    assertThat(usersOf(CLOCK, CLASSES))
        .isEqualTo(
            with(
                Map.of(
                    "Essentials", "what the server is built from",
                    "Keys", "what the keys command is built from")));
  }

  @Test
  void chanceIsMadeByTheRootAndFromSeeds() {
    assertThat(usersOf(CHANCE, CLASSES))
        .isEqualTo(
            with(
                Map.of(
                    "Essentials", "what the server is built from",
                    "Keys", "what the keys command is built from",
                    "proof.simulation.Chance", "from the seed",
                    "proof.simulation.Host", "from the seed",
                    "proof.simulation.Workspace", "the same in every run")));
  }

  @Test
  void onlyWaitsForTheWorldReadTheTimer() {
    assertThat(usersOf(TIMER, CLASSES))
        .isEqualTo(
            with(
                Map.of(
                    "Web", "hands it to the rate limit and the count of requests",
                    "Server", "hands it to the checkups and the count of steps",
                    "store.sql.SqliteStore", "hands it to the known callers",
                    "store.sql.Deadlines", "ends waits that are too long",
                    "store.sql.GroupWriter", "bounds a group by the work that it took",
                    "api.http.Arrivals", "ends requests that stop arriving",
                    "platform.process.Poll", "bounds the wait for a process")));
  }

  @Test
  void onlyLoopsAndBoundedWaitsSleep() {
    assertThat(usersOf(SLEEP, CLASSES))
        .isEqualTo(
            with(
                Map.of(
                    "SweeperLoop", "a loop",
                    "task.WorkerLoop", "a loop",
                    "reconcile.ReconcilerLoop", "a loop",
                    "reconcile.CheckupLoop", "a loop",
                    "reconcile.CarrierLoop", "a loop",
                    "store.sql.Deadlines", "one thread that ends waits which are too long",
                    "store.sql.GroupWriter", "a millisecond in which more members may come",
                    "platform.process.Poll", "nobody reports that a process comes or goes")));
  }

  static Stream<Arguments> breaches() {
    return Stream.of(
        Arguments.of(CLOCK, CallsAClock.class),
        Arguments.of(CLOCK, RefersToAClock.class),
        Arguments.of(CLOCK, RefersToADay.class),
        Arguments.of(CHANCE, MakesChance.class),
        Arguments.of(CHANCE, RefersToTheMakingOfChance.class),
        Arguments.of(CHANCE, RefersToIds.class),
        Arguments.of(TIMER, RefersToTheTimer.class),
        Arguments.of(SLEEP, RefersToASleep.class));
  }

  @ParameterizedTest
  @MethodSource("breaches")
  void callsAndReferencesAreBothFound(Pattern rule, Class<?> breach) {
    assertThat(usersOf(rule, new ClassFileImporter().importClasses(breach)))
        .containsExactly("dev.slipway.TimeAndChanceTest");
  }

  @Test
  void clockThatWasHandedInIsNoBreach() {
    assertThat(usersOf(CLOCK, new ClassFileImporter().importClasses(AsksItsClock.class))).isEmpty();
  }

  private static Set<String> with(Map<String, String> reasons) {
    return reasons.keySet().stream()
        .map(name -> "dev.slipway." + name)
        .collect(Collectors.toUnmodifiableSet());
  }

  /// The classes that call such a method or refer to it, by the file that they are in.
  private static Set<String> usersOf(Pattern methods, JavaClasses classes) {
    return classes.stream()
        .filter(
            type ->
                type.getAccessesFromSelf().stream()
                    .map(use -> use.getTargetOwner().getFullName() + "." + use.getName())
                    .anyMatch(name -> methods.matcher(name).matches()))
        .map(type -> type.getFullName().replaceFirst("\\$.*", ""))
        .collect(Collectors.toUnmodifiableSet());
  }

  static final class CallsAClock {
    final Instant made = Instant.now();
  }

  static final class RefersToAClock {
    final Supplier<Instant> clock = Instant::now;
  }

  static final class RefersToADay {
    final Function<ZoneId, LocalDate> today = LocalDate::now;
  }

  static final class MakesChance {
    final Random random = new Random(1);
  }

  static final class RefersToTheMakingOfChance {
    final Supplier<Random> random = Random::new;
  }

  static final class RefersToIds {
    final Supplier<UUID> ids = UUID::randomUUID;
  }

  static final class RefersToTheTimer {
    final LongSupplier nanos = System::nanoTime;
  }

  static final class RefersToASleep {
    final LongConsumer pause = LockSupport::parkNanos;
  }

  static final class AsksItsClock {
    Instant now(InstantSource clock) {
      return clock.instant();
    }
  }
}
