package dev.slipway.platform;

/// What the reconciler can have done to a database.
public enum Action {
  /// Make its folder and files, and start its Redis.
  START,
  /// Bring a running Redis to the wanted settings.
  CONFIGURE,
  /// Have its second Redis copy the first: start it, if need be, and point it there.
  FOLLOW,
  /// End the second Redis and remove what it holds.
  UNFOLLOW,
  /// Remove all data of a running Redis.
  FLUSH,
  /// End its Redis.
  STOP,
  /// Remove its folder and everything else that carries its name.
  ERASE
}
