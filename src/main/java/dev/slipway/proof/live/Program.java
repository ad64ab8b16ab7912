package dev.slipway.proof.live;

import dev.slipway.model.AccountId;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A server that runs as a process of its own. Closing it kills it.
public final class Program implements AutoCloseable {
  private static final Pattern GREETING = Pattern.compile("http://[^:]+:(\\d+)");
  private static final Tenant NOBODY = new Tenant(new AccountId(0), "", "");
  private static final String READY = "/_slipway/health/ready";
  private static final int CRASHED = 137;
  private static final Duration PAUSE = Duration.ofMillis(1);

  private final Process process;
  private final BufferedReader out;
  private int port;

  private Program(Process process) {
    this.process = process;
    this.out = process.inputReader();
  }

  /// Starts it.
  ///
  /// @param environment variables to add
  /// @param errors where what it says on standard error is appended
  public static Program start(List<String> command, Map<String, String> environment, Path errors)
      throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectError(ProcessBuilder.Redirect.appendTo(errors.toFile()));
    builder.environment().putAll(environment);
    return new Program(builder.start());
  }

  /// Waits until it says where it listens; empty when it ended before.
  public OptionalInt awaitPort() throws IOException {
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      Matcher url = GREETING.matcher(line);
      if (url.find()) {
        port = Integer.parseInt(url.group(1));
        return OptionalInt.of(port);
      }
    }
    return OptionalInt.empty();
  }

  /// Waits until it is ready.
  ///
  /// @throws IOException when it ended, or was not ready within the time
  public void awaitReady(Duration atMost) throws IOException {
    if (awaitPort().isEmpty()) {
      throw new IOException("the server ended before it listened");
    }
    long end = System.nanoTime() + atMost.toNanos();
    try (HttpConnection connection = HttpConnection.open(port, NOBODY)) {
      while (connection.get(READY).status() != 200) {
        if (System.nanoTime() > end) {
          throw new IOException("the server was not ready within " + atMost);
        }
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  /// Where its API listens; known once it said so.
  public int port() {
    return port;
  }

  /// The process.
  public long pid() {
    return process.pid();
  }

  /// Whether it has not ended yet.
  public boolean alive() {
    return process.isAlive();
  }

  /// Waits for it to end at a failpoint.
  ///
  /// @return whether it did within the time
  public boolean crashed(Duration atMost) throws InterruptedException {
    return process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS)
        && process.exitValue() == CRASHED;
  }

  /// Waits until it has ended by itself.
  public void awaitEnd() throws InterruptedException {
    process.waitFor();
  }

  /// Asks it to end, and waits.
  ///
  /// @return its exit code
  public int end() throws InterruptedException {
    process.destroy();
    return process.waitFor();
  }

  /// SIGKILL, and waits until it is gone.
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  @Override
  public void close() throws InterruptedException {
    kill();
  }
}
