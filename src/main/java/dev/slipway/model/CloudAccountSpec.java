package dev.slipway.model;

import dev.slipway.model.SubscriptionSpec.Provider;

/// A customer's own account with a cloud (api-rules 4.3). It is kept and shown; no cloud is ever
/// asked about it.
public record CloudAccountSpec(
    String name,
    Provider provider,
    String accessKeyId,
    Secret accessSecretKey,
    String consoleUsername,
    Secret consolePassword,
    String signInLoginUrl)
    implements Spec {
  /// The account that stands for the cloud's own machines, which every account may use.
  public static final int INTERNAL = 1;
}
