package dev.slipway.api.trap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.e2e.FirstLookTest;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ThirtyTrapsTest {
  private static final List<Class<?>> TESTS =
      List.of(
          TransportTrapsTest.class,
          TaskTrapsTest.class,
          FirstLookTest.class,
          SubscriptionTrapsTest.class,
          DatabaseTrapsTest.class,
          RegionTrapsTest.class,
          ConnectivityTrapsTest.class,
          AccessTrapsTest.class);

  @Test
  void everyTrapHasATest() {
    var tested =
        TESTS.stream()
            .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
            .map(method -> method.getAnnotation(Trap.class))
            .filter(Objects::nonNull)
            .map(Trap::value);

    assertThat(tested.distinct().sorted().toList())
        .isEqualTo(IntStream.rangeClosed(1, 30).boxed().toList());
  }
}
