package dev.slipway.api.subscription;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `PUT /subscriptions/{id}/maintenance-windows` (api-rules 3.3). The ignored names are echoes of
/// what GET shows.
@Valid
@JsonIgnoreProperties({
  "subscriptionId",
  "commandType",
  "timeZone",
  "skipStatus",
  "links",
  "x-slipway"
})
public record MaintenanceBody(
    @NotNull Mode mode, @Nullable List<@NotNull @Valid WindowBody> windows) {
  /// Who chooses the time.
  public enum Mode {
    MANUAL,
    AUTOMATIC
  }

  /// Some hours on some days.
  @Valid
  public record WindowBody(
      @NotNull Integer startHour,
      @NotNull Integer durationInHours,
      @NotEmpty List<@NotNull Day> days) {}

  /// A day as the API spells it.
  public enum Day {
    @JsonProperty("Monday")
    MONDAY,
    @JsonProperty("Tuesday")
    TUESDAY,
    @JsonProperty("Wednesday")
    WEDNESDAY,
    @JsonProperty("Thursday")
    THURSDAY,
    @JsonProperty("Friday")
    FRIDAY,
    @JsonProperty("Saturday")
    SATURDAY,
    @JsonProperty("Sunday")
    SUNDAY
  }
}
