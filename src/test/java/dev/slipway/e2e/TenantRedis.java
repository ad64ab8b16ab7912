package dev.slipway.e2e;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/// A client of one database, just able to send a command and read a simple answer.
final class TenantRedis implements AutoCloseable {
  private static final int PATIENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  private final Socket socket;
  private final InputStream in;

  private TenantRedis(Socket socket) throws IOException {
    this.socket = socket;
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /// What Redis said instead of doing it.
  static final class Refused extends RuntimeException {
    private static final long serialVersionUID = 1;

    Refused(String words) {
      super(words);
    }
  }

  /// Connects to the endpoint and with the password that a database is shown with.
  static TenantRedis of(Reply database) throws IOException {
    return login(database.word("/publicEndpoint"), database.word("/security/password"));
  }

  /// Connects to the endpoint of a database as one of the users of its roles.
  static TenantRedis of(Reply database, String user, String password) throws IOException {
    return connect(database.word("/publicEndpoint"), "AUTH", user, password);
  }

  /// @param endpoint `host:port`
  static TenantRedis login(String endpoint, String password) throws IOException {
    return connect(endpoint, "AUTH", password);
  }

  private static TenantRedis connect(String endpoint, String... login) throws IOException {
    String[] words = endpoint.split(":");
    Socket socket = new Socket(words[0], Integer.parseInt(words[1]));
    socket.setSoTimeout(PATIENCE_MILLIS);
    TenantRedis redis = new TenantRedis(socket);
    try {
      redis.call(login);
      return redis;
    } catch (RuntimeException | IOException e) {
      redis.close();
      throw e;
    }
  }

  /// Sends a command; an absent value is answered with an empty text.
  String call(String... words) throws IOException {
    StringBuilder command = new StringBuilder("*" + words.length + "\r\n");
    for (String word : words) {
      command.append('$').append(word.length()).append("\r\n").append(word).append("\r\n");
    }
    socket.getOutputStream().write(command.toString().getBytes(StandardCharsets.US_ASCII));
    return answer();
  }

  private String answer() throws IOException {
    String line = line();
    String rest = line.substring(1);
    return switch (line.charAt(0)) {
      case '+', ':' -> rest;
      case '-' -> throw new Refused(rest);
      case '$' -> rest.equals("-1") ? "" : bulk(Integer.parseInt(rest));
      default -> throw new IOException("not read by this client: " + line);
    };
  }

  private String bulk(int length) throws IOException {
    String text = new String(in.readNBytes(length), StandardCharsets.UTF_8);
    line();
    return text;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new IOException("Redis closed the connection");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  /// One value of INFO, such as `run_id`.
  String info(String name) throws IOException {
    return call("INFO", "everything")
        .lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst()
        .orElse("");
  }

  /// The process that answers.
  ProcessHandle process() throws IOException {
    return ProcessHandle.of(Long.parseLong(info("process_id"))).orElseThrow();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
