package dev.slipway.refusal;

import io.avaje.validation.Validator;
import io.avaje.validation.adapter.ValidationAdapter;
import io.avaje.validation.adapter.ValidationContext.AdapterCreateRequest;
import io.avaje.validation.spi.ValidatorCustomizer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/// Gives every rule of every wire record a switch, all of which are on. The checker finds this
/// class among the services of the tests; what runs for users has no switches.
public final class RuleSwitches implements ValidatorCustomizer {
  private static final List<RuleSwitch> ALL = new CopyOnWriteArrayList<>();
  private static final String CHECKER = "ValidationAdapter";

  /// Whether this thread is asking for the check that a switch is to have.
  private static final ThreadLocal<Boolean> ASKING = ThreadLocal.withInitial(() -> false);

  /// Those of the records that were read by now.
  static List<RuleSwitch> known() {
    return new ArrayList<>(ALL);
  }

  @Override
  public void customize(Validator.Builder builder) {
    builder.add(RuleSwitches::switched);
  }

  /// Null leaves it to the checker's own factories.
  private static @Nullable ValidationAdapter<?> switched(AdapterCreateRequest request) {
    if (ASKING.get()) {
      return null;
    }
    ASKING.set(true);
    try {
      ValidationAdapter<Object> check =
          request.ctx().adapter(request.annotationType(), request.attributes());
      String record = record();
      int number = 1 + (int) ALL.stream().filter(rule -> rule.isOf(record)).count();
      var rule = new RuleSwitch(record, request.annotationType(), number, check);
      ALL.add(rule);
      return rule;
    } finally {
      ASKING.set(false);
    }
  }

  /// The record whose generated checker is being made.
  private static String record() {
    return StackWalker.getInstance()
        .walk(
            frames ->
                frames
                    .map(StackWalker.StackFrame::getClassName)
                    .filter(name -> name.startsWith("dev.slipway.") && name.endsWith(CHECKER))
                    .findFirst()
                    .map(name -> name.substring(0, name.length() - CHECKER.length()))
                    .orElse("?"));
  }
}
