package dev.slipway.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import dev.slipway.model.Cidr;
import dev.slipway.model.Secret;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.TransferException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;

/// Web servers that answer oddly.
final class WebFilesTest {
  @Test
  void redirectThatCannotBeReadIsNotRepeated() throws Exception {
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/",
        exchange -> {
          exchange.getResponseHeaders().add("Location", "http://host/a b?signature=s3cret");
          exchange.sendResponseHeaders(302, -1);
          exchange.close();
        });
    web.start();
    try {
      Throwable failure =
          catchThrowable(
              () ->
                  new Storages(
                          Optional.empty(), Optional.empty(), new Outbound(Cidr.list("127.0.0.1")))
                      .read(
                          new Secret("http://127.0.0.1:" + web.getAddress().getPort() + "/a.rdb"),
                          _ -> {}));

      assertThat(failure).isInstanceOf(TransferException.class);
      assertThat(Throwables.getStackTrace(failure)).doesNotContain("s3cret");
    } finally {
      web.stop(0);
    }
  }
}
