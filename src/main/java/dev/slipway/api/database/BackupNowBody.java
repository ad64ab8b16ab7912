package dev.slipway.api.database;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;

/// `POST .../backup` (api-rules 3.3), which may come without any body.
///
/// @param regionName for Active-Active databases alone
/// @param adhocBackupPath where this one backup goes, instead of where all go
@Valid
@JsonIgnoreProperties({"subscriptionId", "databaseId", "commandType"})
public record BackupNowBody(@Nullable String regionName, @Nullable String adhocBackupPath) {
  @Override
  public String toString() {
    return "BackupNowBody[" + regionName + "]";
  }
}
