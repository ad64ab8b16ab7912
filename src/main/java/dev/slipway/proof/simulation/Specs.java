package dev.slipway.proof.simulation;

import dev.slipway.model.Catalogue;
import dev.slipway.model.DatabaseChange;
import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.DatabaseSpec.Access;
import dev.slipway.model.DatabaseSpec.Engine;
import dev.slipway.model.DatabaseSpec.Protocol;
import dev.slipway.model.DatabaseSpec.Size;
import dev.slipway.model.DatabaseSpec.Throughput;
import dev.slipway.model.DatabaseSpec.Topology;
import dev.slipway.model.Eviction;
import dev.slipway.model.Persistence;
import dev.slipway.model.Secret;
import dev.slipway.model.SubscriptionSpec;
import dev.slipway.model.SubscriptionSpec.Encryption;
import dev.slipway.model.SubscriptionSpec.MemoryStorage;
import dev.slipway.model.SubscriptionSpec.PaymentMethod;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Plain subscriptions and databases, and a catalogue in which they are possible.
final class Specs {
  /// Part of every password here; nothing that is printed or stored in clear may hold it.
  static final String SECRET_MARK = "s3same";

  private static final String REGION = "us-east-1";

  private Specs() {}

  /// @param number makes its network its own, 0 to 255
  static SubscriptionSpec subscription(String name, int number) {
    return new SubscriptionSpec(
        name,
        PaymentMethod.MARKETPLACE,
        null,
        MemoryStorage.RAM,
        Encryption.CLOUD_PROVIDER_MANAGED_KEY,
        SubscriptionSpec.Provider.AWS,
        1,
        List.of(
            new SubscriptionSpec.Region(
                REGION, false, List.of(), "10.0." + number + ".0/24", null, List.of(), null)),
        null,
        true,
        List.of(),
        0,
        null,
        null,
        SubscriptionSpec.Deployment.SINGLE_REGION,
        null);
  }

  /// @param port 0 for any
  static DatabaseSpec database(
      String name, double gb, boolean replication, Persistence persistence, int port) {
    return new DatabaseSpec(
        name,
        Protocol.REDIS,
        new Size(gb, false),
        replication,
        persistence,
        Eviction.VOLATILE_LRU,
        port,
        port != 0,
        false,
        new Access(password(name), true, false, List.of(), List.of(), null),
        new Engine("7.4", "resp3", true, List.of(), null, null),
        new Topology(
            false,
            false,
            new Throughput("operations-per-second", 1000),
            "default-regex-rules",
            List.of(),
            null,
            null),
        null,
        List.of(),
        List.of(),
        null,
        0,
        false);
  }

  /// Nothing changes but these; null for those that stay.
  static DatabaseChange change(
      @Nullable Double gb,
      @Nullable Boolean replication,
      @Nullable Persistence persistence,
      @Nullable Secret password) {
    return new DatabaseChange(
        null,
        gb == null ? null : new Size(gb, false),
        null,
        replication,
        persistence,
        null,
        password,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static Secret password(String salt) {
    return new Secret(SECRET_MARK + "-" + salt);
  }

  static Catalogue catalogue() {
    return new Catalogue(
        List.of(
            new Catalogue.Region(
                1,
                REGION,
                SubscriptionSpec.Provider.AWS,
                List.of("use1-az1", "use1-az2", "use1-az3"),
                "UTC")),
        List.of(),
        List.of(new Catalogue.Version("7.4", null, false, true)),
        List.of(new Catalogue.PaymentMethod(1, "Visa", 4242, "Sim", 2040, 1)),
        List.of(new Catalogue.CloudAccount(1, "Internal", SubscriptionSpec.Provider.AWS, null)),
        List.of(new Catalogue.ShardUnit("micro", 50_000, 1_000_000_000, 0.1)),
        List.of(),
        "USD");
  }
}
