package dev.slipway.model;

import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What can be asked for: a data file that a user can replace (api-rules 4.2, 4.4, 4.9, 4.10;
/// client-contract 5). Versions are listed from the oldest to the newest.
public record Catalogue(
    List<Region> regions,
    List<Module> modules,
    List<Version> redisVersions,
    List<PaymentMethod> paymentMethods,
    List<CloudAccount> cloudAccounts,
    List<ShardUnit> shardUnits,
    List<FlashUnit> flashUnits,
    String currency) {
  /// One region of a cloud.
  ///
  /// @param zones names of its availability zones
  /// @param timeZone its IANA zone, for maintenance windows
  public record Region(
      int id,
      String name,
      SubscriptionSpec.Provider provider,
      List<String> zones,
      String timeZone) {}

  /// One module that databases before 8.0 may ask for.
  public record Module(
      String name, String capabilityName, String description, List<Parameter> parameters) {
    /// One setting of it.
    public record Parameter(
        String name, String description, String type, long defaultValue, boolean required) {}
  }

  /// One Redis version that may be asked for.
  ///
  /// @param eolDate ISO date, or null
  public record Version(
      String version, @Nullable String eolDate, boolean isPreview, boolean isDefault) {}

  /// One card.
  public record PaymentMethod(
      int id,
      String type,
      int creditCardEndsWith,
      String nameOnCard,
      int expirationMonth,
      int expirationYear) {
    /// Whether it can still be charged in this month.
    public boolean validIn(YearMonth month) {
      return !YearMonth.of(expirationYear, expirationMonth).isBefore(month);
    }
  }

  /// An account at a cloud; 1 is the internal one.
  ///
  /// @param accessKeyId null for the internal one
  public record CloudAccount(
      int id, String name, SubscriptionSpec.Provider provider, @Nullable String accessKeyId) {}

  /// A size of shard and its price (api-rules 4.10), the smallest first.
  public record ShardUnit(
      String name, double memoryGb, long operationsPerSecond, double pricePerHour) {}

  /// A shard on flash. Of those that fit a database the last counts, so that they are listed from
  /// the least demanding to the most.
  ///
  /// @param sinceVersion the first Redis that it is for
  /// @param leastRamPercentage the smallest share of RAM that it is for
  public record FlashUnit(String sinceVersion, int leastRamPercentage, ShardUnit unit) {
    private boolean fits(String redisVersion, int ramPercentage) {
      var since = RedisVersion.parse(sinceVersion);
      var version = RedisVersion.parse(redisVersion);
      return ramPercentage >= leastRamPercentage
          && since.isPresent()
          && version.filter(asked -> asked.compareTo(since.get()) >= 0).isPresent();
    }
  }

  /// The shard for a database with this share of RAM, when the catalogue has any on flash for it.
  public Optional<ShardUnit> flashUnit(String redisVersion, int ramPercentage) {
    return flashUnits.stream()
        .filter(unit -> unit.fits(redisVersion, ramPercentage))
        .reduce((_, last) -> last)
        .map(FlashUnit::unit);
  }

  /// The region of this name in this cloud.
  public Optional<Region> region(SubscriptionSpec.Provider provider, String name) {
    return regions.stream()
        .filter(region -> region.provider() == provider && region.name().equals(name))
        .findFirst();
  }

  /// The payment method with this id.
  public Optional<PaymentMethod> paymentMethod(int id) {
    return paymentMethods.stream().filter(method -> method.id() == id).findFirst();
  }

  /// The version that databases get which do not ask for one.
  public Version defaultVersion() {
    return redisVersions.stream()
        .filter(Version::isDefault)
        .findFirst()
        .orElseGet(redisVersions::getLast);
  }

  /// What a database of this version may be upgraded to, the lowest first: only up, and to no
  /// preview.
  public List<String> upgradesOf(String version) {
    Optional<RedisVersion> present = RedisVersion.parse(version);
    return redisVersions.stream()
        .filter(offered -> !offered.isPreview())
        .map(Version::version)
        .filter(
            offered ->
                present.isPresent()
                    && RedisVersion.parse(offered)
                        .filter(target -> target.compareTo(present.get()) > 0)
                        .isPresent())
        .toList();
  }

  /// The version of this name; `latest` is the newest that is not a preview.
  public Optional<Version> version(String name) {
    return redisVersions.stream()
        .filter(v -> name.equals("latest") ? !v.isPreview() : v.version().equals(name))
        .reduce((_, last) -> last);
  }
}
