package dev.slipway.api.json;

/// One thing that is wrong with a body.
///
/// @param field where, such as `databases[0].name`; empty for the body as a whole
/// @param problem what is wrong and what would be right
public record Fault(String field, String problem) {
  @Override
  public String toString() {
    return field.isEmpty() ? problem : problem + " (" + field + ")";
  }
}
