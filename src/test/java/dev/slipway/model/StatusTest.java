package dev.slipway.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StatusTest {
  private static final List<Status> ALL =
      List.of(
          new Status.Pending(""),
          new Status.Active(),
          new Status.Changing(""),
          new Status.Failed(new Problem(ProblemType.GENERAL_ERROR, "")),
          new Status.Deleting());

  @ParameterizedTest
  @CsvSource({
    "Pending,  Pending Active Failed Deleting",
    "Active,   Pending Active Changing Failed Deleting",
    "Changing, Active Changing Failed Deleting",
    "Failed,   Active Changing Failed Deleting",
    "Deleting, Deleting",
  })
  void resourceMovesOnlyAlongTheTable(String from, String to) {
    Status status = ALL.stream().filter(one -> name(one).equals(from)).findFirst().orElseThrow();

    assertThat(
            ALL.stream()
                .filter(status::mayBecome)
                .map(StatusTest::name)
                .collect(Collectors.joining(" ")))
        .isEqualTo(to);
  }

  private static String name(Status status) {
    return status.getClass().getSimpleName();
  }
}
