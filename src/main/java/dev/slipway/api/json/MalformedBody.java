package dev.slipway.api.json;

import java.util.List;
import java.util.stream.Collectors;

/// A body that cannot be a request, with all its faults at once.
public final class MalformedBody extends RuntimeException {
  private static final long serialVersionUID = 1;

  /// What clients match (client-contract 1.5).
  private static final String OPENING =
      "Bad Request: JSON parameter contains unsupported fields / values. ";

  private final String sentence;
  private final transient List<Fault> faults;

  /// With the faults of reading first, then those of checking.
  ///
  /// @param unread how many of them stopped a value from being read at all
  MalformedBody(List<Fault> faults, int unread) {
    super(null, null, false, false);
    this.sentence = OPENING + (unread > 0 ? "JSON parse error: " : "") + joined(faults);
    this.faults = faults;
  }

  /// Every fault, in the order in which it was found.
  public List<Fault> faults() {
    return faults;
  }

  /// All of them as one sentence.
  public String sentence() {
    return sentence;
  }

  @Override
  public String getMessage() {
    return sentence;
  }

  private static String joined(List<Fault> faults) {
    return faults.stream().map(Fault::toString).collect(Collectors.joining("; "));
  }
}
