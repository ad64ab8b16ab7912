package dev.slipway.api.json;

import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleModule;

/// Reads numbers with a fraction: only a JSON number, and only one that a double can hold.
final class FiniteNumbers extends StdDeserializer<Double> {
  private FiniteNumbers() {
    super(Double.class);
  }

  /// Teaches a mapper the rule.
  static SimpleModule module() {
    return new SimpleModule("finite-numbers").addDeserializer(Double.class, new FiniteNumbers());
  }

  @Override
  public Double deserialize(JsonParser in, DeserializationContext context) {
    if (in.currentToken().isNumeric()) {
      // Not getDoubleValue, which has words of its own for a large integer.
      double value = in.getNumberValue().doubleValue();
      if (Double.isFinite(value)) {
        return value;
      }
    }
    throw InvalidFormatException.from(in, "not a finite number", in.getString(), Double.class);
  }
}
