package dev.slipway.api.database;

import dev.slipway.api.json.Words;
import dev.slipway.model.LocalChange;
import dev.slipway.model.Persistence;
import dev.slipway.model.Secret;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What an Active-Active database is to have in one region alone (api-rules 3.2, column R).
///
/// @param localThroughputMeasurement an object here, a list where a database is made
@Valid
public record LocalPropertiesBody(
    @NotNull String region,
    @Nullable @Valid BackupBody remoteBackup,
    @Nullable @Valid LocalThroughputBody localThroughputMeasurement,
    @Nullable Persistence dataPersistence,
    @Nullable String password,
    @Nullable List<@NotNull String> sourceIp,
    @Nullable List<@NotNull @Valid AlertBody> alerts,
    @Nullable RespVersion respVersion,
    @Nullable Boolean enableDefaultUser) {
  LocalChange wish() {
    var throughput = localThroughputMeasurement;
    return new LocalChange(
        region,
        throughput == null ? null : throughput.readOperationsPerSecond(),
        throughput == null ? null : throughput.writeOperationsPerSecond(),
        respVersion == null ? null : Words.word(respVersion),
        dataPersistence,
        password == null ? null : new Secret(password),
        enableDefaultUser,
        sourceIp,
        alerts == null ? null : alerts.stream().map(AlertBody::wish).toList(),
        remoteBackup == null ? null : remoteBackup.wish());
  }

  /// Whether its throughput is meant for another region than it is in.
  boolean contradicts() {
    var measured = localThroughputMeasurement;
    return measured != null && measured.region() != null && !measured.region().equals(region);
  }
}
