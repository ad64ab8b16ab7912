package dev.slipway.admin.metrics;

import dev.slipway.admin.metrics.Families.Value;
import dev.slipway.api.http.Answer;
import dev.slipway.api.http.Call;
import dev.slipway.api.resource.Rows;
import dev.slipway.model.Alarm;
import dev.slipway.model.Chart;
import dev.slipway.model.Charts;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Load;
import dev.slipway.model.Resource;
import dev.slipway.model.Status;
import dev.slipway.model.Unwritten;
import dev.slipway.model.Vitals;
import dev.slipway.store.Store;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/// The metrics of a subscription's databases, under the names that the service has for them
/// (api-rules 4.13), as far as a plain Redis can tell. Whatever is a rate or an average is of the
/// time between the last two checkups.
///
/// @param unwritten laid over the rows
public record DatabaseMetrics(Store store, Charts charts, Unwritten unwritten) {
  private static final List<Family> FAMILIES =
      Stream.of(now(), rates(), latencies(), processor()).flatMap(List::stream).toList();

  /// A family of gauges.
  ///
  /// @param value of one database; empty where it cannot be told
  private record Family(String name, String help, Function<Chart, Optional<Double>> value) {
    static Family now(String name, String help, ToDoubleFunction<Vitals> value) {
      return new Family(name, help, chart -> Optional.of(value.applyAsDouble(chart.vitals())));
    }

    static Family rate(String name, String help, ToDoubleFunction<Vitals> count) {
      return new Family(
          name,
          help,
          chart -> Optional.ofNullable(chart.load()).map(load -> load.perSecond(count)));
    }

    static Family latency(String name, String help, Function<Vitals, Vitals.Calls> kind) {
      return new Family(
          name,
          help + ", in seconds inside Redis; only while there are any",
          chart ->
              Optional.<Load>ofNullable(chart.load())
                  .filter(load -> load.any(kind))
                  .map(load -> load.latency(kind)));
    }
  }

  private static List<Family> now() {
    return List.of(
        Family.now("bdb_used_memory", "Bytes that its data takes", v -> v.memory().used()),
        Family.now("bdb_memory_limit", "Bytes that its data may take", v -> v.memory().limit()),
        Family.now(
            "bdb_mem_frag_ratio",
            "Resident bytes for each byte that is used",
            v -> v.memory().fragmentation()),
        Family.now("bdb_mem_size_lua", "Bytes of its scripts", v -> v.memory().lua()),
        Family.now("bdb_no_of_keys", "Keys", v -> v.keys().present()),
        Family.now("bdb_no_of_expires", "Keys that expire", v -> v.keys().expiring()),
        Family.now("bdb_conns", "Connections of clients", v -> v.clients().connected()),
        Family.now("bdb_pubsub_channels", "Channels with listeners", v -> v.clients().channels()),
        Family.now("bdb_pubsub_patterns", "Patterns with listeners", v -> v.clients().patterns()));
  }

  private static List<Family> rates() {
    return List.of(
        Family.rate("bdb_total_req", "Commands a second", v -> v.all().count()),
        Family.rate("bdb_instantaneous_ops_per_sec", "Commands a second", v -> v.all().count()),
        Family.rate("bdb_read_req", "Commands a second that read", v -> v.reads().count()),
        Family.rate("bdb_write_req", "Commands a second that write", v -> v.writes().count()),
        Family.rate("bdb_other_req", "Other commands a second", v -> v.others().count()),
        Family.rate(
            "bdb_read_hits", "Keys a second that were read and there", v -> v.keys().hits()),
        Family.rate(
            "bdb_read_misses",
            "Keys a second that were read and not there",
            v -> v.keys().misses()),
        Family.rate(
            "bdb_evicted_objects",
            "Keys a second that were removed for room",
            v -> v.keys().evicted()),
        Family.rate("bdb_expired_objects", "Keys a second that expired", v -> v.keys().expired()),
        Family.rate(
            "bdb_total_connections_received",
            "New connections a second",
            v -> v.clients().arrived()),
        Family.rate("bdb_ingress_bytes", "Bytes a second that came in", v -> v.clients().bytesIn()),
        Family.rate(
            "bdb_egress_bytes", "Bytes a second that went out", v -> v.clients().bytesOut()));
  }

  private static List<Family> latencies() {
    return List.of(
        Family.latency("bdb_avg_latency", "How long a command takes", Vitals::all),
        Family.latency("bdb_avg_read_latency", "How long a read takes", Vitals::reads),
        Family.latency("bdb_avg_write_latency", "How long a write takes", Vitals::writes));
  }

  private static List<Family> processor() {
    return List.of(
        Family.rate(
            "bdb_shard_cpu_system",
            "Part of a core that it takes in the kernel",
            v -> v.processor().system()),
        Family.rate(
            "bdb_shard_cpu_user",
            "Part of a core that it takes outside of the kernel",
            v -> v.processor().user()),
        Family.rate(
            "bdb_main_thread_cpu_system",
            "Part of a core that its main thread takes in the kernel",
            v -> v.processor().mainSystem()),
        Family.rate(
            "bdb_main_thread_cpu_user",
            "Part of a core that its main thread takes outside of the kernel",
            v -> v.processor().mainUser()));
  }

  /// Those of the subscription that a call names.
  public Answer of(Call call) {
    return store.read(
        tx -> {
          var subscription = Rows.subscription(tx, call);
          var rows =
              tx.databases().under(subscription.id(), 0, Integer.MAX_VALUE).stream()
                  .map(unwritten::over)
                  .toList();
          return answer(rows, tx.alarms().of(call.account()));
        });
  }

  private Answer answer(List<Resource<DatabaseSpec>> rows, List<Alarm> alarms) {
    var up = rows.stream().filter(DatabaseMetrics::active).toList();
    Families families =
        new Families()
            .gauge(
                "bdb_up",
                "Whether it is active",
                values(rows, row -> Optional.of(active(row) ? 1.0 : 0.0)))
            .gauge(
                "bdb_shards_used",
                "Redis processes that it has",
                values(up, row -> Optional.of(row.spec().replication() ? 2.0 : 1.0)))
            .gauge("slipway_database", "What it is called", named(rows))
            .gauge("slipway_database_alarm", "Alerts that have begun", alarms(rows, alarms));
    for (Family family : FAMILIES) {
      families.gauge(
          family.name(),
          family.help(),
          values(up, row -> charts.latest(row.id()).flatMap(family.value())));
    }
    return families.answer();
  }

  private static boolean active(Resource<DatabaseSpec> row) {
    return row.status() instanceof Status.Active;
  }

  private static List<Value> values(
      List<Resource<DatabaseSpec>> rows,
      Function<Resource<DatabaseSpec>, Optional<Double>> number) {
    return rows.stream()
        .flatMap(row -> number.apply(row).map(known -> new Value(known, labels(row))).stream())
        .toList();
  }

  private static List<Value> named(List<Resource<DatabaseSpec>> rows) {
    return rows.stream().map(row -> labelled(row, "name", row.spec().name())).toList();
  }

  private static List<Value> alarms(List<Resource<DatabaseSpec>> rows, List<Alarm> alarms) {
    return rows.stream()
        .flatMap(
            row ->
                alarms.stream()
                    .filter(alarm -> alarm.databaseId() == row.id())
                    .map(alarm -> labelled(row, "alert", alarm.alert())))
        .toList();
  }

  private static Value labelled(Resource<DatabaseSpec> row, String name, String value) {
    List<String> labels = new ArrayList<>(labels(row));
    labels.addAll(List.of(name, value));
    return new Value(1, labels);
  }

  /// What the service calls a cluster is a subscription's own there, and so it is here.
  private static List<String> labels(Resource<DatabaseSpec> row) {
    return List.of("bdb", Integer.toString(row.id()), "cluster", "subscription-" + row.parent());
  }
}
