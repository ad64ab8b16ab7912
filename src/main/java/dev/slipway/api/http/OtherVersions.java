package dev.slipway.api.http;

import io.helidon.common.buffers.BufferData;
import io.helidon.common.concurrency.limits.Limit;
import io.helidon.webserver.ConnectionContext;
import io.helidon.webserver.spi.ServerConnection;
import io.helidon.webserver.spi.ServerConnectionSelector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Answers 505 to a request of another version of HTTP than 1.1, where Helidon 4.5.0 would close
/// the connection without a word. Old proxies speak 1.0 unless they are told otherwise.
record OtherVersions(InstantSource time) implements ServerConnectionSelector {
  private static final Pattern REQUEST_LINE =
      Pattern.compile("[^ ]+ (?<path>[^ ]+) HTTP/(?!1\\.1$)[0-9.]+");

  private static final String SENTENCE =
      "This server speaks HTTP/1.1 alone; some proxies have to be told so, such as nginx with"
          + " proxy_http_version 1.1.";

  /// Whatever has arrived when the connection is looked at.
  @Override
  public int bytesToIdentifyConnection() {
    return 0;
  }

  @Override
  public Support supports(BufferData data) {
    return line(data).matches() ? Support.SUPPORTED : Support.UNSUPPORTED;
  }

  private static Matcher line(BufferData data) {
    String arrived = data.readString(data.available(), StandardCharsets.ISO_8859_1);
    return REQUEST_LINE.matcher(arrived.lines().findFirst().orElse(""));
  }

  @Override
  public Set<String> supportedApplicationProtocols() {
    return Set.of("http/1.0");
  }

  @Override
  public ServerConnection connection(ConnectionContext context) {
    return new Refused(context, time);
  }

  private record Refused(ConnectionContext context, InstantSource time)
      implements ServerConnection {
    @Override
    public void handle(Limit limit) {
      Matcher line = line(context.dataReader().readBuffer());
      String path = line.matches() ? line.group("path") : "/";
      context
          .dataWriter()
          .writeNow(LastWord.of(ErrorFrame.of(time.instant(), 505, SENTENCE, path, List.of())));
    }

    @Override
    public Duration idleTime() {
      return Duration.ZERO;
    }

    @Override
    public void close(boolean interrupt) {
      context.serverSocket().close();
    }
  }
}
