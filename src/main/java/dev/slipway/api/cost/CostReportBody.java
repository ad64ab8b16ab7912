package dev.slipway.api.cost;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.model.CostReport;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `POST /cost-report` (api-rules 3.3).
@Valid
@JsonIgnoreProperties("commandType")
public record CostReportBody(
    @NotNull String startDate,
    @NotNull String endDate,
    CostReport.@Nullable Format format,
    @Nullable List<@NotNull Integer> subscriptionIds,
    @Nullable List<@NotNull Integer> databaseIds,
    @Nullable PlanType subscriptionType,
    @Nullable List<@NotNull String> regions,
    @Nullable List<@NotNull @Valid LabelBody> tags) {
  /// What kind of subscription; none here is an essentials one.
  public enum PlanType {
    PRO,
    ESSENTIALS
  }

  /// A label that databases must have.
  @Valid
  @JsonIgnoreProperties({"createdAt", "updatedAt", "links"})
  public record LabelBody(@NotNull String key, @NotNull String value) {}
}
