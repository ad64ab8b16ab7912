package dev.slipway.admin;

import dev.slipway.api.http.ApiHandler;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Sources;
import dev.slipway.model.Cidr;
import dev.slipway.store.Store;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/// What the administrator can do, put together.
///
/// @param allowed from where it may be asked
/// @param sources tells where a request comes from
/// @param ids names requests
/// @param random makes keys; in production a secure one
/// @param due rung when there is something to reconcile
public record AdminSide(
    Store store,
    List<Cidr> allowed,
    Sources sources,
    InstantSource time,
    Supplier<UUID> ids,
    RandomGenerator random,
    Runnable due) {
  /// Where the handler is registered.
  public static final String PATH = "/_slipway/v1/*";

  /// What the web server calls for these paths. Nothing is queued.
  public ApiHandler handler() {
    return new ApiHandler(
        operations(), new AtOnce(), new TokenDoor(store, allowed, sources), sources, time, ids);
  }

  /// All that there is.
  public List<Operation> operations() {
    return Stream.of(
            new AccountOperations(store, random, time).operations(),
            new UserOperations(store, time).operations(),
            new KeyOperations(store, random, time).operations(),
            new FailoverOperations(store, time, due).operations(),
            new EmulatedOperations(store, time).operations())
        .flatMap(List::stream)
        .toList();
  }
}
