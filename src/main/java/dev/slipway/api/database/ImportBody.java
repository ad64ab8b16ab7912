package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.slipway.model.ImportSource;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/// `POST .../import` (api-rules 3.3).
@Valid
@JsonIgnoreProperties({"subscriptionId", "databaseId", "commandType"})
public record ImportBody(
    @NotNull ImportSource sourceType, @NotEmpty List<@NotNull String> importFromUri) {
  @Override
  public String toString() {
    return "ImportBody[" + sourceType + "]";
  }
}
