package dev.slipway.api;

import dev.slipway.api.http.Sources;
import dev.slipway.command.Installation;
import dev.slipway.model.Catalogue;
import dev.slipway.model.Limits;
import java.util.List;

/// What a server is made of, beside its folder.
///
/// @param requestsPerMinute of one account key
public record Making(
    long requestsPerMinute,
    Limits limits,
    Sources sources,
    Catalogue catalogue,
    Installation installation) {
  /// With room for whatever a test does.
  public static final Making USUAL =
      new Making(
          Api.GENEROUS_RATE,
          Limits.standard(),
          new Sources(List.of()),
          CatalogueFile.builtIn(),
          new Installation(ApiServer.HOST, 10_000, 19_999, false, List.of("7.0.15")));

  /// The same on another machine.
  public Making on(Installation other) {
    return new Making(requestsPerMinute, limits, sources, catalogue, other);
  }

  /// The same with other things to offer.
  public Making offering(Catalogue other) {
    return new Making(requestsPerMinute, limits, sources, other, installation);
  }

  /// The same with other limits.
  public Making within(Limits other) {
    return new Making(requestsPerMinute, other, sources, catalogue, installation);
  }

  Making at(long rate) {
    return new Making(rate, limits, sources, catalogue, installation);
  }

  Making behind(Sources proxies) {
    return new Making(requestsPerMinute, limits, proxies, catalogue, installation);
  }
}
