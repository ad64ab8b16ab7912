package dev.slipway.proof.crashloop;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Resource;
import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.RedisClient;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The machine has one process, one folder and one port for each database and none besides, but for
/// a second process of one that is replicated; every database has the port, password, data and
/// process that it had.
record WorldCheck(Ledger ledger, Machine machine) {
  private static final String SECOND = "/second";

  void check(List<Resource<DatabaseSpec>> databases) throws IOException {
    Set<String> ids =
        databases.stream().map(row -> "" + row.id()).collect(Collectors.toCollection(TreeSet::new));
    var residents = machine.residents();
    compare("folders", ids, machine.folders());
    compare("databases with a process", ids, databasesOf(residents.keySet(), databases));
    residents.forEach(
        (folder, pids) -> {
          if (pids.size() > 1) {
            ledger.found("folder " + folder + " has several processes: " + pids);
          }
        });
    Set<Integer> ports =
        databases.stream()
            .map(row -> row.spec().port())
            .collect(Collectors.toCollection(TreeSet::new));
    compare("listening ports", ports, machine.listening());
    databases.forEach(this::visit);
    forgetOthers(databases);
  }

  /// The second process of a replicated database works in a folder within that of the first. Either
  /// may be the one that takes writes; the other one may just be coming up again.
  private static Set<String> databasesOf(
      Set<String> folders, List<Resource<DatabaseSpec>> databases) {
    Set<String> seconds =
        databases.stream()
            .filter(row -> row.spec().replication())
            .map(row -> row.id() + SECOND)
            .collect(Collectors.toSet());
    return folders.stream()
        .map(folder -> seconds.contains(folder) ? folder.replace(SECOND, "") : folder)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private void visit(Resource<DatabaseSpec> row) {
    DatabaseSpec spec = row.spec();
    var now =
        new Ledger.Endpoint(spec.port(), spec.access().password().clear(), spec.replication());
    Ledger.Endpoint before = ledger.endpoints().put(row.id(), now);
    if (before != null && !before.equals(now)) {
      ledger.found(row.ref() + " changed its port or password");
    }
    try (RedisClient redis = RedisClient.open(now.port(), now.password())) {
      var run = new Ledger.Run(spec.epoch(), runId(redis.call("INFO", "server")));
      Ledger.Run last = Objects.requireNonNullElse(ledger.runs().put(row.id(), run), run);
      boolean shot = ledger.shot().contains(row.id());
      if (last.another(run) && !shot) {
        ledger.found(row.ref() + " has another Redis, and nobody killed the one before");
      }
      // What a killed one had not sent to the other may be lost, as the data plane's page says.
      if (!last.overtaken(run) || !shot) {
        checkCount(row, redis.call("GET", Load.COUNTER));
      }
    } catch (IOException e) {
      ledger.found(row.ref() + " is active and does not answer its tenant: " + e.getMessage());
    }
  }

  private static String runId(String info) {
    return info.lines().filter(line -> line.startsWith("run_id:")).findFirst().orElse("no run_id");
  }

  private void checkCount(Resource<DatabaseSpec> row, String count) {
    long there = count.isEmpty() ? 0 : Long.parseLong(count);
    long acknowledged = ledger.counts().getOrDefault(row.id(), 0L);
    if (there < acknowledged) {
      ledger.found(
          "%s acknowledged a count of %d and has %d".formatted(row.ref(), acknowledged, there));
    }
  }

  private void forgetOthers(List<Resource<DatabaseSpec>> databases) {
    Set<Integer> ids = databases.stream().map(Resource::id).collect(Collectors.toSet());
    ledger.endpoints().keySet().retainAll(ids);
    ledger.counts().keySet().retainAll(ids);
    ledger.runs().keySet().retainAll(ids);
    ledger.looked();
  }

  private <T> void compare(String what, Set<T> expected, Set<T> there) {
    if (!expected.equals(there)) {
      ledger.found(what + " " + there + " are there, and should be " + expected);
    }
  }
}
