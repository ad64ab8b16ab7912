package dev.slipway.api.http;

import dev.slipway.api.ApiServer;
import dev.slipway.api.Client;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// A test of what happens to a request before any operation sees it.
abstract class RequestTest {
  @TempDir Path folder;

  ApiServer server;

  Client owner;

  @BeforeEach
  void start() {
    server = ApiServer.start(folder);
    owner = server.owner(1);
  }

  @AfterEach
  void stop() {
    server.close();
  }
}
