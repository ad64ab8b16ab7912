package dev.slipway.refusal;

import io.avaje.validation.adapter.ValidationAdapter;
import io.avaje.validation.adapter.ValidationRequest;
import java.lang.annotation.Annotation;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/// One rule of one component of a wire record, which can be switched off as if its annotation were
/// not there.
final class RuleSwitch implements ValidationAdapter<Object> {
  private final String record;
  private final Class<? extends Annotation> rule;
  private final int number;
  private final ValidationAdapter<Object> check;
  private final AtomicInteger refusals = new AtomicInteger();
  private volatile boolean off;

  /// @param record the class that checks it, which is named after it
  /// @param number in the order of the record's rules
  RuleSwitch(
      String record,
      Class<? extends Annotation> rule,
      int number,
      ValidationAdapter<Object> check) {
    this.record = record;
    this.rule = rule;
    this.number = number;
    this.check = check;
  }

  @Override
  public boolean validate(@Nullable Object value, ValidationRequest request, String field) {
    if (off) {
      return true;
    }
    int before = request.violations().size();
    boolean goOn = check.validate(value, request, field);
    refusals.addAndGet(request.violations().size() - before);
    return goOn;
  }

  /// How often it has refused something.
  int refusals() {
    return refusals.get();
  }

  void off() {
    off = true;
  }

  void on() {
    off = false;
  }

  boolean isOf(String other) {
    return record.equals(other);
  }

  boolean is(Class<? extends Annotation> kind) {
    return rule == kind;
  }

  @Override
  public String toString() {
    return "@" + rule.getSimpleName() + ", rule " + number + " of " + record;
  }
}
