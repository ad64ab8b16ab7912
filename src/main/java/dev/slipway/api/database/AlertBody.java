package dev.slipway.api.database;

import dev.slipway.api.json.Words;
import dev.slipway.model.DatabaseSpec;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

/// A threshold to warn at, as a body says it.
@Valid
public record AlertBody(@NotNull AlertName name, @NotNull Integer value) {
  DatabaseSpec.Alert wish() {
    return new DatabaseSpec.Alert(Words.word(name), value);
  }
}
