package dev.slipway.model;

import dev.slipway.model.DatabaseSpec.Alert;
import dev.slipway.model.DatabaseSpec.Backup;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What an Active-Active database has in each of its regions (api-rules 4.11).
///
/// @param regions in the order of their names
public record Crdb(List<Local> regions) {
  /// In the order of their names, however they came.
  public Crdb {
    regions = regions.stream().sorted(Comparator.comparing(Local::region)).toList();
  }

  /// What it has in one region. Null follows the database as a whole.
  ///
  /// @param reads operations a second, of the clients there
  /// @param writes operations a second, of the clients there: every other region bears them too
  public record Local(
      String region,
      long reads,
      long writes,
      @Nullable String respVersion,
      @Nullable Persistence persistence,
      @Nullable Secret password,
      @Nullable Boolean defaultUser,
      @Nullable List<String> sourceIps,
      @Nullable List<Alert> alerts,
      @Nullable Backup backup) {
    /// Reads and writes of a region that does not say how many (api-rules 3.2).
    public static final long STANDARD = 1_000;

    /// The same with a protocol of its own, if this is one.
    public Local speaking(@Nullable String newRespVersion) {
      return new Local(
          region,
          reads,
          writes,
          newRespVersion,
          persistence,
          password,
          defaultUser,
          sourceIps,
          alerts,
          backup);
    }

    /// A region that has nothing of its own.
    public static Local bearing(String region, long reads, long writes) {
      return new Local(region, reads, writes, null, null, null, null, null, null, null);
    }
  }

  /// The usual throughput in each of these regions.
  public static Crdb standard(Collection<SubscriptionSpec.Region> regions) {
    return new Crdb(
        regions.stream()
            .map(region -> Local.bearing(region.region(), Local.STANDARD, Local.STANDARD))
            .toList());
  }

  /// Operations a second in one region: its own reads, and the writes of all.
  public long operations(Local region) {
    return region.reads() + regions.stream().mapToLong(Local::writes).sum();
  }

  /// The same with one region more.
  public Crdb with(Local region) {
    return new Crdb(Stream.concat(regions.stream(), Stream.of(region)).toList());
  }

  /// The same without these regions.
  public Crdb without(Collection<String> names) {
    return new Crdb(regions.stream().filter(region -> !names.contains(region.region())).toList());
  }

  /// What all regions have, and the global value where they differ.
  <T> T inForce(T global, Function<Local, @Nullable T> own) {
    var values =
        regions.stream()
            .map(
                region -> {
                  T local = own.apply(region);
                  return local == null ? global : local;
                })
            .distinct()
            .toList();
    return values.size() == 1 ? values.getFirst() : global;
  }
}
