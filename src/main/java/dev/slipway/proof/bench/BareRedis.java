package dev.slipway.proof.bench;

import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Engines;
import dev.slipway.proof.live.Endpoint;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.RedisClient;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// The engine that a server uses, without the server.
///
/// @param folder where the server keeps its databases
record BareRedis(Path engine, PreparedFolder folder) {
  /// One that answers.
  ///
  /// @param startedIn nanoseconds from before exec until PONG
  record Running(Process process, Endpoint endpoint, long startedIn) implements AutoCloseable {
    @Override
    public void close() throws InterruptedException {
      process.destroyForcibly().waitFor();
    }
  }

  /// The engine that a server on this folder finds.
  static BareRedis of(PreparedFolder folder) throws PlatformException {
    String path = System.getenv().getOrDefault("PATH", "");
    Path engine = new Engines(path, folder.path()).engine().binary();
    return new BareRedis(engine.toAbsolutePath(), folder);
  }

  /// Starts it in a folder of its own with the files of a database, but for the port.
  ///
  /// @param like how the database is reached
  Running start(int database, Path own, Endpoint like) throws IOException {
    Endpoint endpoint = like.at(Workbench.freePort());
    Path made = folder.databases().resolve(Integer.toString(database));
    String text = Files.readString(made.resolve("redis.conf"));
    try (DirectoryStream<Path> files = Files.newDirectoryStream(made, "*.{acl,pem}")) {
      for (Path file : files) {
        Files.copy(file, own.resolve(file.getFileName()));
      }
    }
    // With TLS the other port is 0, and stays so.
    String moved = text.replaceAll("\\bport \"[1-9]\\d*\"", "port \"" + endpoint.port() + "\"");
    return start(own, moved, endpoint);
  }

  /// Starts it in a folder of its own with this configuration.
  ///
  /// @param endpoint how it is reached then
  Running start(Path own, String configuration, Endpoint endpoint) throws IOException {
    Path conf = Files.writeString(own.resolve("redis.conf"), configuration);
    ProcessBuilder builder =
        new ProcessBuilder(engine.toString(), "-")
            .directory(own.toFile())
            .redirectInput(conf.toFile())
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("output").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    while (!answers(endpoint)) {
      if (!process.isAlive()) {
        throw new IOException("the engine ended at its start; see " + own);
      }
      LockSupport.parkNanos(Workbench.PAUSE_NANOS);
    }
    return new Running(process, endpoint, System.nanoTime() - start);
  }

  /// Whether a tenant gets PONG there now.
  static boolean answers(Endpoint endpoint) {
    try {
      ping(endpoint);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Gets PONG as a tenant does.
  static void ping(Endpoint endpoint) throws IOException {
    try (RedisClient redis = RedisClient.open(endpoint)) {
      redis.call("PING");
    }
  }
}
