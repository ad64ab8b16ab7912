package dev.slipway.proof.bench;

import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.RunningDatabases;
import dev.slipway.proof.live.HttpConnection;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where figures are measured: folders, and programs on them. Closing it ends the databases that
/// are left.
public final class Workbench implements AutoCloseable {
  /// The pause between two looks at something that is waited for.
  static final long PAUSE_NANOS = 500_000;

  private static final Duration START = Duration.ofSeconds(60);
  private static final int PORTS = 200;

  private final Path place;
  private final List<PreparedFolder> folders = new ArrayList<>();

  /// Works below this folder, which is empty.
  public Workbench(Path place) {
    this.place = place;
  }

  /// Another data folder, for a server of its own.
  PreparedFolder folder() throws IOException {
    PreparedFolder folder = PreparedFolder.make(place.resolve("data-" + folders.size()));
    folders.add(folder);
    return folder;
  }

  /// A folder for anything else.
  Path aside(String name) throws IOException {
    return Files.createDirectories(place.resolve(name));
  }

  /// The server as the launcher starts it, with held polls off.
  ///
  /// @param port of the API; 0 for a free one
  List<String> command(PreparedFolder folder, int port) throws IOException {
    Machine machine = Machine.withFreePorts(folder.databases(), PORTS);
    return Java.server()
        .with(
            "serve",
            "--data",
            folder.path().toString(),
            "--port",
            Integer.toString(port),
            "--database-ports",
            machine.ports().toString(),
            "--strict",
            "hold")
        .command();
  }

  /// Starts a program, whose errors go to a file.
  Program start(List<String> command) throws IOException {
    return Program.start(command, Map.of(), place.resolve("errors.log"));
  }

  /// A server on this folder that is ready.
  Program serve(PreparedFolder folder) throws IOException {
    return serve(command(folder, 0));
  }

  /// The same, with a command from before: the ports of databases that run are not free any more.
  Program serve(List<String> command) throws IOException {
    Program program = start(command);
    program.awaitReady(START);
    return program;
  }

  /// A connection for this tenant.
  static HttpConnection connect(Program program, Tenant tenant) throws IOException {
    return HttpConnection.open(program.port(), tenant);
  }

  /// A port of this machine that was free a moment ago.
  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() throws IOException, PlatformException {
    for (PreparedFolder folder : folders) {
      new RunningDatabases(folder.path()).endAll();
    }
  }
}
