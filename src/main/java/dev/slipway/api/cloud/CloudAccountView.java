package dev.slipway.api.cloud;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.slipway.api.http.Link;
import dev.slipway.api.resource.StatusWords;
import dev.slipway.model.Catalogue;
import dev.slipway.model.CloudAccountSpec;
import dev.slipway.model.Resource;
import dev.slipway.model.SubscriptionSpec.Provider;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A cloud account as the API shows it (api-rules 3.4).
///
/// @param accessKeyId in clear: clients keep it and compare (architecture 5a)
record CloudAccountView(
    int id,
    String name,
    Provider provider,
    String status,
    @Nullable String accessKeyId,
    @Nullable String signInLoginUrl,
    List<Link> links,
    @JsonProperty("x-slipway") @Nullable Extension extension) {

  /// @param emulated that no cloud is asked about it
  record Extension(boolean emulated) {}

  /// One that every account has: the internal one, and those of the catalogue.
  static CloudAccountView of(Catalogue.CloudAccount known, List<Link> links) {
    return new CloudAccountView(
        known.id(),
        known.name(),
        known.provider(),
        "active",
        known.accessKeyId(),
        null,
        links,
        known.id() == CloudAccountSpec.INTERNAL ? null : new Extension(true));
  }

  static CloudAccountView of(Resource<CloudAccountSpec> row, List<Link> links) {
    var spec = row.spec();
    return new CloudAccountView(
        row.id(),
        spec.name(),
        spec.provider(),
        StatusWords.ofCloudAccount(row.status()),
        spec.accessKeyId(),
        spec.signInLoginUrl(),
        links,
        new Extension(true));
  }

  record All(int accountId, List<CloudAccountView> cloudAccounts, List<Link> links) {}
}
