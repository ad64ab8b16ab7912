package dev.slipway.platform.storage;

import dev.slipway.model.Secret;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Storage.Taker;
import dev.slipway.platform.TransferException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/// Reads files of web servers. It speaks HTTP/1.1 itself: the JDK's client looks names up by
/// itself, and would not connect to the address that was checked. Each redirect is checked as the
/// first address was.
record WebFiles(Outbound outbound) {
  private static final int MOST_REDIRECTS = 5;
  private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(10).toMillis();
  private static final int SILENCE_MILLIS = (int) Duration.ofSeconds(30).toMillis();

  /// Reads a file.
  void read(Address file, Taker taker) throws IOException, TransferException {
    Address at = file;
    for (int hop = 0; hop <= MOST_REDIRECTS; hop++) {
      try (Socket socket = connect(at)) {
        socket.getOutputStream().write(request(at).getBytes(StandardCharsets.UTF_8));
        WebAnswer answer = WebAnswer.read(new BufferedInputStream(socket.getInputStream()));
        switch (answer.status()) {
          case 200 -> {
            taker.take(answer.body());
            return;
          }
          case 301, 302, 303, 307, 308 -> at = next(at, answer.header("location"));
          default -> throw refusal(answer.status());
        }
      }
    }
    throw new TransferException(
        Reason.DOWNLOAD_ERROR, "More than %s redirects.".formatted(MOST_REDIRECTS));
  }

  private Socket connect(Address at) throws IOException, TransferException {
    boolean secure = at.scheme().equals("https");
    InetAddress address = outbound.addressOf(at.host());
    int port = at.portOr(secure ? 443 : 80);
    Socket socket = new Socket();
    try {
      socket.connect(new InetSocketAddress(address, port), CONNECT_MILLIS);
      socket.setSoTimeout(SILENCE_MILLIS);
      return secure ? secured(socket, at.host(), port) : socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static Socket secured(Socket socket, String host, int port) throws IOException {
    SSLSocket secured =
        (SSLSocket)
            ((SSLSocketFactory) SSLSocketFactory.getDefault())
                .createSocket(socket, host, port, true);
    SSLParameters parameters = secured.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    secured.setSSLParameters(parameters);
    secured.startHandshake();
    return secured;
  }

  private static String request(Address at) {
    String host = at.port() < 0 ? at.host() : at.host() + ":" + at.port();
    String login =
        Base64.getEncoder()
            .encodeToString((at.user() + ":" + at.password()).getBytes(StandardCharsets.UTF_8));
    String authorization = at.user().isEmpty() ? "" : "Authorization: Basic " + login + "\r\n";
    return """
    GET %s HTTP/1.1
    Host: %s
    User-Agent: slipway
    Accept: */*
    Connection: close
    """
            .formatted(at.rawPath(), host)
            .replace("\n", "\r\n")
        + authorization
        + "\r\n";
  }

  /// A login is for the server that it was given for.
  private static Address next(Address from, String location) throws TransferException {
    try {
      String base =
          "%s://%s%s%s"
              .formatted(
                  from.scheme(),
                  from.host(),
                  from.port() < 0 ? "" : ":" + from.port(),
                  from.rawPath());
      Address next = Address.of(new Secret(URI.create(base).resolve(location).toString()));
      boolean web = next.scheme().equals("https") || next.scheme().equals(from.scheme());
      if (!web || location.isEmpty()) {
        throw new TransferException(
            Reason.DOWNLOAD_ERROR, "The web server redirects to where nobody follows.");
      }
      return next;
    } catch (IllegalArgumentException _) {
      // The cause would repeat the address, and what it has of a login.
      throw new TransferException(Reason.DOWNLOAD_ERROR, "The web server redirects to no address.");
    }
  }

  private static TransferException refusal(int status) {
    return switch (status) {
      case 401, 403 ->
          new TransferException(
              Reason.NO_PERMISSION, "The web server refuses the file (%s).".formatted(status));
      case 404, 410 ->
          new TransferException(
              Reason.WRONG_FILE_PATH, "The web server has no such file (%s).".formatted(status));
      default ->
          new TransferException(
              Reason.DOWNLOAD_ERROR, "The web server answered %s.".formatted(status));
    };
  }
}
