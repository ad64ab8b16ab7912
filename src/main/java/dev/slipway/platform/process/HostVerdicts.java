package dev.slipway.platform.process;

import dev.slipway.model.Check;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/// What the findings about a machine mean for databases, and what to do about each.
final class HostVerdicts {
  private static final String ENGINE = "engine";
  private static final String MEMORY = "memory";
  private static final double BYTES_PER_GB = 1e9;
  private static final int NAMED = 5;

  private HostVerdicts() {}

  static Check engine(Engine engine, boolean encrypts) {
    String words = "%s %s, %s".formatted(engine.name(), engine.version(), engine.binary());
    return encrypts
        ? Check.ok(ENGINE, words + ", with TLS")
        : Check.note(ENGINE, words + ", built without TLS: databases with enableTls will fail");
  }

  static Check spare(Engine engine) {
    return Check.ok(
        ENGINE,
        "%s %s, %s, is not used".formatted(engine.name(), engine.version(), engine.binary()));
  }

  static Check noEngine(boolean comesAlong) {
    return comesAlong
        ? Check.ok(ENGINE, "none on the PATH: the one that comes along is unpacked when needed")
        : Check.problem(
            ENGINE,
            "none on the PATH, and none comes along for this system: install redis-server or valkey-server, version 7 or later");
  }

  /// Memory is given out beyond what there is, unless there is a budget.
  static Check memory(OptionalLong machine, long databases, OptionalDouble budgetGb) {
    String limits = "databases may take " + gb(databases / BYTES_PER_GB);
    String words =
        budgetGb.isPresent() ? limits + ", the budget is " + gb(budgetGb.getAsDouble()) : limits;
    if (machine.isEmpty()) {
      return Check.note(MEMORY, "how much there is cannot be known; " + words);
    }
    double presentGb = machine.getAsLong() / BYTES_PER_GB;
    String all = gb(presentGb) + "; " + words;
    if (databases > machine.getAsLong()) {
      return Check.note(MEMORY, all + ": full ones would not fit; --memory-budget prevents more");
    }
    return budgetGb.isPresent() && budgetGb.getAsDouble() > presentGb
        ? Check.note(MEMORY, all + ": the budget is more than there is")
        : Check.ok(MEMORY, all);
  }

  /// A Redis that saves looks to the kernel as if it wanted its memory twice.
  static Check overcommit(String setting) {
    String words = "vm.overcommit_memory is " + setting;
    return setting.equals("1")
        ? Check.ok("overcommit", words)
        : Check.note(
            "overcommit",
            words
                + ": saves and replicas may fail when memory is short; sysctl -w vm.overcommit_memory=1 helps");
  }

  /// They make a save copy two megabytes for every byte that is written meanwhile; since version 7
  /// Redis does without them by itself.
  static Check hugePages(String when) {
    return Check.ok("huge pages", when + "; Redis does without them");
  }

  static Check openFiles(long most) {
    return most >= Isolation.FILES
        ? Check.ok("open files", "at most " + most)
        : Check.note(
            "open files",
            "at most %d: a database then takes fewer than its 10000 connections; ulimit -n %d helps"
                .formatted(most, Isolation.FILES));
  }

  static Check groups(boolean usable, String words) {
    return usable
        ? Check.ok("control groups", words + ": the kernel bounds the memory of each Redis")
        : Check.note(
            "control groups", words + ": nothing but maxmemory bounds the memory of a Redis");
  }

  static Check users(Isolation isolation) {
    Optional<String> reason = isolation.whyNoOwnUsers();
    if (reason.isPresent()) {
      return Check.note("users", "databases run as root: " + reason.get());
    }
    return Check.ok(
        "users",
        isolation.ownUsers()
            ? "each database runs as a user of its own, without privileges"
            : "databases run as this user");
  }

  static Check orphans(List<Long> pids) {
    String all = pids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    return pids.isEmpty()
        ? Check.ok("left over", "no Redis whose folder is gone")
        : Check.note(
            "left over",
            "Redis whose folder is gone, with what is left of its data: kill -9 "
                + all
                + " ends it");
  }

  /// @param foreign those that others than databases of the data folder have
  static Check ports(String what, int from, int to, List<Integer> foreign, String option) {
    int all = to - from + 1;
    String words = "%d-%d: ".formatted(from, to);
    if (foreign.isEmpty()) {
      return Check.ok(what, words + "no other program has one");
    }
    String taken =
        foreign.stream().limit(NAMED).map(String::valueOf).collect(Collectors.joining(", "));
    String some =
        words
            + "%d of %d taken by other programs (%s%s)"
                .formatted(foreign.size(), all, taken, foreign.size() > NAMED ? ", ..." : "");
    return foreign.size() < all
        ? Check.ok(what, some)
        : Check.problem(what, some + "; name another range with " + option);
  }

  private static String gb(double gb) {
    return String.format(Locale.ROOT, "%.1f GB", gb);
  }
}
