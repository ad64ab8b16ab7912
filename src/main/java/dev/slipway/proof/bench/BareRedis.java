package dev.slipway.proof.bench;

import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Engines;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.RedisClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/// The engine that a server uses, without the server.
///
/// @param folder where the server keeps its databases
record BareRedis(Path engine, PreparedFolder folder) {
  /// The engine that a server on this folder finds.
  static BareRedis of(PreparedFolder folder) throws PlatformException {
    String path = System.getenv().getOrDefault("PATH", "");
    Path engine = new Engines(path, folder.path()).engine().binary();
    return new BareRedis(engine.toAbsolutePath(), folder);
  }

  /// Starts it in a folder of its own with the files of a database, but for the port, and ends it.
  ///
  /// @return nanoseconds from before exec until PONG
  long execToPong(int database, Path own, String password)
      throws IOException, InterruptedException {
    int port = Workbench.freePort();
    Path made = folder.databases().resolve(Integer.toString(database));
    Path conf = own.resolve("redis.conf");
    String text = Files.readString(made.resolve("redis.conf"));
    Files.writeString(conf, text.replaceAll("\\bport \"\\d+\"", "port \"" + port + "\""));
    Files.copy(made.resolve("users.acl"), own.resolve("users.acl"));
    ProcessBuilder builder =
        new ProcessBuilder(engine.toString(), "-")
            .directory(own.toFile())
            .redirectInput(conf.toFile())
            .redirectErrorStream(true)
            .redirectOutput(own.resolve("output").toFile());
    long start = System.nanoTime();
    Process process = builder.start();
    while (!answers(port, password)) {
      if (!process.isAlive()) {
        throw new IOException("the engine ended at its start; see " + own);
      }
      LockSupport.parkNanos(Workbench.PAUSE_NANOS);
    }
    long end = System.nanoTime();
    process.destroyForcibly().waitFor();
    return end - start;
  }

  private static boolean answers(int port, String password) {
    try {
      ping(port, password);
      return true;
    } catch (IOException _) {
      return false;
    }
  }

  /// Gets PONG as a tenant does.
  static void ping(int port, String password) throws IOException {
    try (RedisClient redis = RedisClient.open(port, password)) {
      redis.call("PING");
    }
  }
}
