package dev.slipway.model;

import dev.slipway.model.CostReport.Format;
import java.util.List;

/// Tell what was charged for in some days.
///
/// @param startDate first day, in UTC, as it was sent
/// @param endDate last day, in UTC, as it was sent
public record CreateCostReport(String startDate, String endDate, Format format, Filter filter)
    implements Command {
  /// Of what alone; an empty list is no condition.
  ///
  /// @param pro whether Pro subscriptions are asked for, of which all here are
  /// @param tags all of which a database must have
  public record Filter(
      List<Integer> subscriptionIds,
      List<Integer> databaseIds,
      boolean pro,
      List<String> regions,
      List<Label> tags) {
    /// Whether a database that ran so is meant.
    public boolean means(Usage usage, List<Tag> ofDatabase) {
      var terms = usage.terms();
      return pro
          && (subscriptionIds.isEmpty() || subscriptionIds.contains(terms.subscriptionId()))
          && (databaseIds.isEmpty() || databaseIds.contains(usage.databaseId()))
          && (regions.isEmpty() || regions.contains(terms.region()))
          && tags.stream().allMatch(label -> ofDatabase.stream().anyMatch(label::is));
    }
  }

  /// What is asked of a label.
  public record Label(String key, String value) {
    private boolean is(Tag tag) {
      return tag.key().equals(key) && tag.value().equals(value);
    }
  }
}
