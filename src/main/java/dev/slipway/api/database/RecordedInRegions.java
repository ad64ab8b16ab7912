package dev.slipway.api.database;

import dev.slipway.model.Crdb;
import dev.slipway.model.DatabaseSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Which fields of an Active-Active database are stored and shown but not in force: those of any
/// database, and what its regions have of their own, as far as one Redis cannot have it for each of
/// them.
final class RecordedInRegions {
  private RecordedInRegions() {}

  /// Their names, as the API spells them in requests.
  ///
  /// @param running the version of its Redis, or null while that is not known
  static List<String> in(DatabaseSpec spec, @Nullable String running) {
    var fields = new ArrayList<String>();
    RecordedOnly.in(spec, running).stream().map(RecordedInRegions::global).forEach(fields::add);
    var regions = new Regions(spec.locals(), fields);
    var force = spec.inForce();
    regions.add("localThroughputMeasurement", _ -> true);
    regions.add("respVersion", local -> local.respVersion() != null);
    regions.add(
        "dataPersistence",
        local -> local.persistence() != null && local.persistence() != force.persistence());
    regions.add(
        "password",
        local -> local.password() != null && !local.password().equals(force.access().password()));
    regions.add(
        "enableDefaultUser",
        local ->
            local.defaultUser() != null && local.defaultUser() != force.access().defaultUser());
    regions.add("sourceIp", local -> local.sourceIps() != null);
    regions.add(
        "alerts", local -> local.alerts() != null && !local.alerts().equals(force.alerts()));
    regions.add("remoteBackup", local -> RecordedOnly.unreached(local.backup()));
    return List.copyOf(fields);
  }

  private static String global(String field) {
    return switch (field) {
      case "sourceIp" -> "globalSourceIp";
      default -> field;
    };
  }

  private record Regions(List<Crdb.Local> locals, List<String> fields) {
    void add(String name, Predicate<Crdb.Local> recorded) {
      if (locals.stream().anyMatch(recorded)) {
        fields.add("regions." + name);
      }
    }
  }
}
