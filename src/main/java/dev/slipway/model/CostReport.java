package dev.slipway.model;

import java.util.List;

/// What an account is charged for in some days (api-rules 4.13).
public record CostReport(Format format, List<Charge> charges) {
  /// How it is read.
  public enum Format {
    CSV,
    JSON
  }

  /// Where a finished one is found, as its task tells.
  ///
  /// @param costReportId the name of the file
  public record Name(String costReportId) implements Finding {}
}
