package dev.slipway.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.database.DatabaseView;
import dev.slipway.api.database.UpdateDatabaseBody;
import dev.slipway.api.subscription.SubscriptionView;
import dev.slipway.api.subscription.UpdateSubscriptionBody;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a GET shows may be sent back in a PUT (architecture 5a).
final class EchoTest {
  static Stream<Arguments> viewsAndTheirUpdates() {
    return Stream.of(
        Arguments.of(DatabaseView.class, UpdateDatabaseBody.class),
        Arguments.of(SubscriptionView.class, UpdateSubscriptionBody.class));
  }

  @ParameterizedTest
  @MethodSource("viewsAndTheirUpdates")
  void everyNameOfAViewIsTakenOrIgnoredByItsUpdate(Class<?> view, Class<?> update) {
    var ignored = List.of(update.getAnnotation(JsonIgnoreProperties.class).value());

    var accepted = Stream.concat(names(update), ignored.stream()).toList();

    assertThat(accepted).doesNotHaveDuplicates().containsAll(names(view).toList());
  }

  private static Stream<String> names(Class<?> type) {
    return Arrays.stream(type.getRecordComponents()).map(EchoTest::name);
  }

  private static String name(RecordComponent component) {
    var given = component.getAccessor().getAnnotation(JsonProperty.class);
    return given == null ? component.getName() : given.value();
  }
}
