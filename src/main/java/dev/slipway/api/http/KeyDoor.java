package dev.slipway.api.http;

import dev.slipway.model.Caller;
import dev.slipway.model.ProblemType;
import dev.slipway.model.Role;
import dev.slipway.store.Store;
import io.helidon.http.Header;
import io.helidon.http.HeaderName;
import io.helidon.http.HeaderNames;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// The door of the API: two keys, a rate, and a role.
final class KeyDoor implements Door {
  static final HeaderName ACCOUNT_KEY = HeaderNames.create("x-api-key");
  static final HeaderName USER_KEY = HeaderNames.create("x-api-secret-key");

  private final Doorkeeper doorkeeper;
  private final RateLimit rate;

  /// @param requestsPerMinute what each account key may do
  /// @param nanos measures that minute, as `System.nanoTime` does
  KeyDoor(Store store, long requestsPerMinute, LongSupplier nanos) {
    this.doorkeeper = new Doorkeeper(store);
    this.rate = new RateLimit(requestsPerMinute, nanos);
  }

  @Override
  public Visit visit(ServerRequest request) {
    return new KeyVisit(request);
  }

  private final class KeyVisit implements Visit {
    private final ServerRequest request;
    private Quota quota = rate.whole();
    private @Nullable Caller caller;

    KeyVisit(ServerRequest request) {
      this.request = request;
    }

    @Override
    public Caller admit(InetAddress source) {
      Caller known =
          doorkeeper.admit(
              request.headers().first(ACCOUNT_KEY), request.headers().first(USER_KEY), source);
      caller = known;
      var use = rate.use(known.account().id());
      quota = use.quota();
      use.require();
      return known;
    }

    @Override
    public void allow(Operation operation) {
      Role role = Objects.requireNonNull(caller, "nobody was let in yet").role();
      if (!operation.access().allows(role)) {
        throw Refusal.of(
            ProblemType.USER_INSUFFICIENT_ROLE,
            "the role " + role.wire() + " may not call " + operation.id() + ".");
      }
    }

    @Override
    public List<Header> headers() {
      return quota.headers();
    }
  }
}
