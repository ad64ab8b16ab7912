package dev.slipway.api.database;

import dev.slipway.model.DatabaseSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A module that a body asks for.
///
/// @param parameters values by name; kept as JSON, so that they can be shown as they came
@Valid
public record ModuleBody(@NotNull String name, @Nullable Map<String, JsonNode> parameters) {
  DatabaseSpec.Module wish() {
    return new DatabaseSpec.Module(name, parameters == null ? List.of() : wishes(parameters));
  }

  private static List<DatabaseSpec.Module.Parameter> wishes(Map<String, JsonNode> parameters) {
    return parameters.entrySet().stream()
        .map(p -> new DatabaseSpec.Module.Parameter(p.getKey(), p.getValue().toString()))
        .toList();
  }
}
