package dev.slipway.command;

import static dev.slipway.model.ProblemType.DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_MODULE;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_MODULE_PARAMETER;
import static dev.slipway.model.ProblemType.DATABASE_INVALID_MODULE_PARAMETER_VALUE;
import static dev.slipway.model.ProblemType.DATABASE_MODULE_MUST_BE_DEFINED_ONCE;
import static dev.slipway.model.ProblemType.DATABASE_MODULE_NOT_SUPPORTED;
import static dev.slipway.model.ProblemType.REDISEARCH_SUPPORTS_ONLY_OPERATIONS_PER_SECOND_AS_THROUGHPUT_MEASUREMENT;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.RedisVersion;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/// Which modules a database may ask for (api-rules 4.4). They cannot change later.
record ModuleRules(Catalogue catalogue, Installation installation) {
  /// A number, or as some clients send it, a string of one.
  private static final Pattern WHOLE = Pattern.compile("(?<quote>\"?)\\d{1,18}\\k<quote>");

  private static final String SEARCH = "RediSearch";

  static boolean hasSearch(DatabaseSpec.Engine engine) {
    return engine.modules().stream().anyMatch(module -> module.name().equals(SEARCH));
  }

  /// Refuses with DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION,
  /// DATABASE_MODULE_NOT_SUPPORTED on a strict engine, DATABASE_MODULE_MUST_BE_DEFINED_ONCE,
  /// DATABASE_INVALID_MODULE, DATABASE_INVALID_MODULE_PARAMETER,
  /// DATABASE_INVALID_MODULE_PARAMETER_VALUE and
  /// REDISEARCH_SUPPORTS_ONLY_OPERATIONS_PER_SECOND_AS_THROUGHPUT_MEASUREMENT.
  void check(DatabaseSpec database, RedisVersion version) {
    var modules = database.engine().modules();
    if (modules.isEmpty()) {
      return;
    }
    if (version.atLeast(8, 0)) {
      throw new Refused(
          DATABASE_EXPLICIT_MODULES_NOT_SUPPORTED_FOR_THIS_REDIS_VERSION,
          "redisVersion %s brings its modules along.".formatted(version),
          "Leave modules out; they are for versions before 8.0.");
    }
    if (installation.strictEngine()) {
      // Before 8.0 modules are files of their own, and none is loaded into the engines found here.
      throw new Refused(
          DATABASE_MODULE_NOT_SUPPORTED,
          "module %s is not part of the installed engine, and this server is strict about engines."
              .formatted(Words.quoted(modules.getFirst().name())),
          "Leave modules out, or serve without --strict engine.");
    }
    var seen = new HashSet<String>();
    for (var module : modules) {
      offered(module);
      if (!seen.add(module.name())) {
        throw new Refused(
            DATABASE_MODULE_MUST_BE_DEFINED_ONCE,
            "modules names %s twice.".formatted(Words.quoted(module.name())),
            "Name it once.");
      }
    }
    searchCountsOperations(database);
  }

  private void offered(DatabaseSpec.Module asked) {
    var module =
        catalogue.modules().stream()
            .filter(known -> known.name().equals(asked.name()))
            .findFirst()
            .orElseThrow(
                () ->
                    new Refused(
                        DATABASE_INVALID_MODULE,
                        "module %s is not offered.".formatted(Words.quoted(asked.name())),
                        "Ask for one of " + offered() + "."));
    asked.parameters().forEach(parameter -> fits(parameter, module));
  }

  private List<String> offered() {
    return catalogue.modules().stream().map(Catalogue.Module::name).toList();
  }

  private static void fits(DatabaseSpec.Module.Parameter parameter, Catalogue.Module module) {
    var names = module.parameters().stream().map(Catalogue.Module.Parameter::name).toList();
    if (!names.contains(parameter.name())) {
      throw new Refused(
          DATABASE_INVALID_MODULE_PARAMETER,
          "module %s has no parameter %s, only %s."
              .formatted(module.name(), Words.quoted(parameter.name()), names));
    }
    if (!WHOLE.matcher(parameter.value()).matches()) {
      throw new Refused(
          DATABASE_INVALID_MODULE_PARAMETER_VALUE,
          "parameter %s of module %s must be a whole number, not %s."
              .formatted(parameter.name(), module.name(), Words.quoted(parameter.value())));
    }
  }

  private static void searchCountsOperations(DatabaseSpec database) {
    boolean byShards = database.topology().throughput().by().equals("number-of-shards");
    if (byShards && hasSearch(database.engine())) {
      throw new Refused(
          REDISEARCH_SUPPORTS_ONLY_OPERATIONS_PER_SECOND_AS_THROUGHPUT_MEASUREMENT,
          "throughputMeasurement by number-of-shards does not go with RediSearch.",
          "Measure by operations-per-second.");
    }
  }
}
