package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonAlias;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The databases that one is to follow, as a body says it (api-rules 4.6).
@Valid
public record ReplicaBody(@NotNull List<@NotNull @Valid Source> syncSources) {
  /// One of them.
  ///
  /// @param serverCert also under the name that a GET shows
  @Valid
  public record Source(
      @NotNull String endpoint,
      @Nullable Boolean encryption,
      @JsonAlias("clientCert") @Nullable String serverCert) {
    private DatabaseSpec.SyncSource wish() {
      return new DatabaseSpec.SyncSource(
          new Secret(endpoint), Boolean.TRUE.equals(encryption), serverCert, false);
    }
  }

  List<DatabaseSpec.SyncSource> wish() {
    return syncSources.stream().map(Source::wish).toList();
  }

  /// What the deprecated plain list stands for.
  static List<DatabaseSpec.SyncSource> legacy(List<String> endpoints) {
    return endpoints.stream()
        .map(endpoint -> new DatabaseSpec.SyncSource(new Secret(endpoint), false, null, true))
        .toList();
  }
}
