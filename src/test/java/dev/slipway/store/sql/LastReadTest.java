package dev.slipway.store.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LastReadTest {
  private final List<String> parsed = new ArrayList<>();
  private final LastRead memory = new LastRead(2);

  private final LastRead.Parser parser =
      new LastRead.Parser() {
        @Override
        public <T> T parse(String text, Class<T> type) {
          parsed.add(text);
          return type.cast(type == String.class ? "word " + text : (Object) text.length());
        }
      };

  @Test
  void theSameTextIsParsedOnce() {
    read("a");
    assertThat(read("ba".substring(1))).isEqualTo("word a");
    assertThat(parsed).containsExactly("a");
  }

  @Test
  void theSameTextOfAnotherTypeIsAnotherValue() {
    read("a");
    assertThat(memory.read(Integer.class, "a", parser)).isEqualTo(1);
  }

  @Test
  void whatWasNotReadForLongestIsForgottenFirst() {
    read("a");
    read("b");
    read("a");
    read("c");
    read("a");
    read("b");
    assertThat(parsed).containsExactly("a", "b", "c", "b");
  }

  @Test
  void aTextOfManyPagesTakesNoPlace() {
    String text = "x".repeat(16 * 1024 + 1);
    read(text);
    read(text);
    assertThat(parsed).hasSize(2);
  }

  private String read(String text) {
    return memory.read(String.class, text, parser);
  }
}
