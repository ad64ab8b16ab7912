package dev.slipway.platform.process;

import dev.slipway.model.Vitals;
import dev.slipway.platform.Gauge;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntFunction;

/// Reads databases over the connections that are held to them anyway, so that a pass over all makes
/// none: it would count among their clients.
final class HeldGauge implements Gauge {
  private static final System.Logger LOG = System.getLogger(HeldGauge.class.getName());
  private static final List<String> INFO =
      List.of("INFO", "server", "clients", "memory", "stats", "cpu", "commandstats", "keyspace");

  /// The one that is held.
  private static final int OWN_CONNECTIONS = 1;

  private final Watches watches;
  private final IntFunction<DatabaseFolder> leaders;

  /// By engine with its version, which they depend on alone.
  private final Map<String, CommandKinds> kinds = new ConcurrentHashMap<>();

  /// @param leaders finds the one that takes a database's writes
  HeldGauge(Watches watches, IntFunction<DatabaseFolder> leaders) {
    this.watches = watches;
    this.leaders = leaders;
  }

  private DatabaseFolder folder(int databaseId, Part part) {
    DatabaseFolder leader = leaders.apply(databaseId);
    return switch (part) {
      case LEADER -> leader;
      case FOLLOWER -> leader.other();
    };
  }

  @Override
  public Optional<Vitals> read(int databaseId, Part part) {
    try {
      return Optional.of(read(folder(databaseId, part)));
    } catch (IOException | NumberFormatException e) {
      LOG.log(Level.DEBUG, "database " + databaseId + " does not say how it is", e);
      return Optional.empty();
    }
  }

  private Vitals read(DatabaseFolder folder) throws IOException {
    String text = watches.ask(folder, List.of(INFO)).getFirst().text();
    Map<String, String> info = Report.info(text);
    return vitals(info, kinds(folder, Report.engine(info)));
  }

  private CommandKinds kinds(DatabaseFolder folder, String engine) throws IOException {
    CommandKinds known = kinds.get(engine);
    if (known == null) {
      known = CommandKinds.of(watches.ask(folder, CommandKinds.QUESTIONS));
      kinds.put(engine, known);
    }
    return known;
  }

  private static Vitals vitals(Map<String, String> info, CommandKinds kinds) {
    Fields fields = new Fields(info);
    return new Vitals(
        info.getOrDefault("run_id", ""),
        (int) fields.whole("configured_hz"),
        new Vitals.Memory(
            fields.whole("used_memory"),
            fields.whole("maxmemory"),
            fields.decimal("mem_fragmentation_ratio"),
            fields.whole("used_memory_lua")),
        keys(info, fields),
        clients(fields),
        kinds.reads(info),
        kinds.writes(info),
        kinds.others(info),
        new Vitals.Processor(
            fields.decimal("used_cpu_sys"),
            fields.decimal("used_cpu_user"),
            fields.decimal("used_cpu_sys_main_thread"),
            fields.decimal("used_cpu_user_main_thread")));
  }

  private static Vitals.Keys keys(Map<String, String> info, Fields fields) {
    List<Fields> spaces =
        info.entrySet().stream()
            .filter(line -> line.getKey().matches("db[0-9]+"))
            .map(line -> Fields.of(line.getValue()))
            .toList();
    return new Vitals.Keys(
        spaces.stream().mapToLong(space -> space.whole("keys")).sum(),
        spaces.stream().mapToLong(space -> space.whole("expires")).sum(),
        fields.whole("expired_keys"),
        fields.whole("evicted_keys"),
        fields.whole("keyspace_hits"),
        fields.whole("keyspace_misses"));
  }

  private static Vitals.Clients clients(Fields fields) {
    return new Vitals.Clients(
        Math.max(0, fields.whole("connected_clients") - OWN_CONNECTIONS),
        fields.whole("total_connections_received"),
        fields.whole("total_net_input_bytes"),
        fields.whole("total_net_output_bytes"),
        fields.whole("pubsub_channels"),
        fields.whole("pubsub_patterns"));
  }

  @Override
  public void pace(int databaseId, Part part, int hz) {
    try {
      List<String> command = List.of("CONFIG", "SET", "hz", Integer.toString(hz));
      var _ = watches.ask(folder(databaseId, part), List.of(command)).getFirst().text();
    } catch (IOException e) {
      LOG.log(Level.DEBUG, "database " + databaseId + " keeps its pace", e);
    }
  }
}
