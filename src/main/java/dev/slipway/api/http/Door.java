package dev.slipway.api.http;

import dev.slipway.model.Caller;
import io.helidon.http.Header;
import io.helidon.webserver.http.ServerRequest;
import java.net.InetAddress;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides who comes in to a side of the server, and what they may call there.
public interface Door {
  /// Somebody stands before it.
  Visit visit(ServerRequest request);

  /// One request at the door.
  interface Visit {
    /// Lets it in.
    ///
    /// @param source the address that the request came from
    /// @return whose keys it bears; null where nobody comes in the name of an account
    /// @throws Refusal when it stays outside
    @Nullable Caller admit(InetAddress source);

    /// Lets it through to an operation.
    ///
    /// @throws Refusal when whoever came in may not call it
    void allow(Operation operation);

    /// What the answer bears, be it good or bad; asked for last.
    List<Header> headers();
  }
}
