package dev.slipway.api.database;

import dev.slipway.model.DatabaseSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A module that a body asks for.
///
/// @param parameters values by name; kept in the spelling of JSON
@Valid
public record ModuleBody(@NotNull String name, @Nullable Map<String, Object> parameters) {
  DatabaseSpec.Module wish() {
    return new DatabaseSpec.Module(name, parameters == null ? List.of() : wishes(parameters));
  }

  private static List<DatabaseSpec.Module.Parameter> wishes(Map<String, Object> parameters) {
    return parameters.entrySet().stream()
        .map(p -> new DatabaseSpec.Module.Parameter(p.getKey(), String.valueOf(p.getValue())))
        .toList();
  }
}
