package dev.slipway.platform.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/// What is said within TLS over a connection. The connection itself is somebody else's to close,
/// which ends every wait here.
record TlsChannel(SocketChannel connection, ReadableByteChannel in, WritableByteChannel out)
    implements ByteChannel {
  /// Shakes hands over this connection.
  ///
  /// @param context whom to trust, and who to be when the server asks
  /// @throws IOException also when the server's certificate is not one for its address
  static TlsChannel over(SocketChannel connection, SSLContext context) throws IOException {
    var server = (InetSocketAddress) connection.getRemoteAddress();
    SSLSocket socket =
        (SSLSocket)
            context
                .getSocketFactory()
                .createSocket(
                    connection.socket(),
                    server.getAddress().getHostAddress(),
                    server.getPort(),
                    false);
    SSLParameters parameters = socket.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    socket.setSSLParameters(parameters);
    socket.startHandshake();
    return new TlsChannel(
        connection,
        Channels.newChannel(socket.getInputStream()),
        Channels.newChannel(socket.getOutputStream()));
  }

  @Override
  public int read(ByteBuffer bytes) throws IOException {
    return in.read(bytes);
  }

  @Override
  public int write(ByteBuffer bytes) throws IOException {
    return out.write(bytes);
  }

  @Override
  public boolean isOpen() {
    return connection.isOpen();
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
