package dev.slipway.platform.storage;

import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Storage.Content;
import dev.slipway.platform.Storage.Taker;
import dev.slipway.platform.TransferException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import org.apache.commons.net.ftp.FTPSClient;

/// Files of FTP servers, with TLS for `ftps` (RFC 4217). Data comes from the very host that the
/// commands go to, whatever address the server names.
record FtpServers(Outbound outbound) {
  private static final System.Logger LOG = System.getLogger(FtpServers.class.getName());
  private static final int CONNECT_MILLIS = (int) Duration.ofSeconds(10).toMillis();
  private static final Duration SILENCE = Duration.ofSeconds(30);
  private static final int USUAL_PORT = 21;

  /// Makes a file, under its name when it is whole.
  void write(Address folder, String name, Content content) throws IOException, TransferException {
    FTPClient ftp = login(folder);
    try {
      enter(ftp, folder.path());
      String aside = name + ".part";
      try {
        send(ftp, aside, content);
      } catch (IOException | TransferException e) {
        forget(folder, aside);
        throw e;
      }
      ftp.deleteFile(name); // of an attempt before; mostly there is none
      demand(ftp.rename(aside, name), ftp);
    } finally {
      ftp.disconnect();
    }
  }

  private static void send(FTPClient ftp, String name, Content content)
      throws IOException, TransferException {
    OutputStream out = ftp.storeFileStream(name);
    if (out == null) {
      throw refusal(ftp);
    }
    try (out) {
      content.writeTo(out);
    }
    demand(ftp.completePendingCommand(), ftp);
  }

  /// Over another connection: on the first one the server may still be waiting for data.
  private void forget(Address folder, String name) {
    try {
      FTPClient ftp = login(folder);
      try {
        enter(ftp, folder.path());
        ftp.deleteFile(name);
      } finally {
        ftp.disconnect();
      }
    } catch (IOException | TransferException e) {
      LOG.log(System.Logger.Level.INFO, "half a backup stays on an FTP server: " + name, e);
    }
  }

  /// Reads a file.
  void read(Address file, Taker taker) throws IOException, TransferException {
    FTPClient ftp = login(file);
    try {
      InputStream in = ftp.retrieveFileStream(relative(file.path()));
      if (in == null) {
        throw refusal(ftp);
      }
      try (in) {
        taker.take(in);
      }
      if (!ftp.completePendingCommand()) {
        throw new IOException("the FTP server broke off");
      }
    } finally {
      ftp.disconnect();
    }
  }

  private FTPClient login(Address at) throws IOException, TransferException {
    InetAddress address = outbound.addressOf(at.host());
    FTPClient ftp = at.scheme().equals("ftps") ? new SecureFtp(at.host()) : new FTPClient();
    ftp.setSocketFactory(new BriefReplies());
    ftp.setConnectTimeout(CONNECT_MILLIS);
    ftp.setDefaultTimeout((int) SILENCE.toMillis());
    ftp.setDataTimeout(SILENCE);
    ftp.setControlEncoding("UTF-8");
    ftp.setUseEPSVwithIPv4(true);
    try {
      ftp.connect(address, at.portOr(USUAL_PORT));
      if (ftp instanceof FTPSClient secure) {
        secure.execPBSZ(0);
        secure.execPROT("P");
      }
      if (!ftp.login(at.user().isEmpty() ? "anonymous" : at.user(), at.password())) {
        throw new TransferException(
            Reason.NO_PERMISSION, "The FTP server refuses user and password.");
      }
      ftp.enterLocalPassiveMode();
      demand(ftp.setFileType(FTP.BINARY_FILE_TYPE), ftp);
      return ftp;
    } catch (IOException | TransferException e) {
      ftp.disconnect();
      throw e;
    }
  }

  /// Makes what is missing of the way.
  private static void enter(FTPClient ftp, String path) throws IOException, TransferException {
    for (String folder : relative(path).split("/")) {
      if (!folder.isEmpty() && !ftp.changeWorkingDirectory(folder)) {
        ftp.makeDirectory(folder);
        demand(ftp.changeWorkingDirectory(folder), ftp);
      }
    }
  }

  /// Paths begin where the user does (RFC 1738, 3.2.2).
  private static String relative(String path) {
    return path.replaceFirst("^/+", "");
  }

  private static void demand(boolean done, FTPClient ftp) throws TransferException {
    if (!done) {
      throw refusal(ftp);
    }
  }

  private static TransferException refusal(FTPClient ftp) {
    String words = String.valueOf(ftp.getReplyString()).strip();
    Reason reason =
        switch (ftp.getReplyCode()) {
          case FTPReply.FILE_UNAVAILABLE, FTPReply.FILE_NAME_NOT_ALLOWED -> Reason.WRONG_FILE_PATH;
          case FTPReply.NOT_LOGGED_IN, FTPReply.NEED_ACCOUNT_FOR_STORING_FILES ->
              Reason.NO_PERMISSION;
          default -> Reason.GENERAL_ERROR;
        };
    return new TransferException(reason, "The FTP server says: %s".formatted(words));
  }

  /// Held against the JDK's certificates and the name that was asked for, though it is connected to
  /// by its address.
  private static final class SecureFtp extends FTPSClient {
    SecureFtp(String host) throws IOException {
      super(false, context());
      _hostname_ = host;
      setEndpointCheckingEnabled(true);
    }

    private static SSLContext context() throws IOException {
      try {
        return SSLContext.getDefault();
      } catch (NoSuchAlgorithmException e) {
        throw new IOException("this JDK has no TLS", e);
      }
    }
  }
}
