package dev.slipway.platform.storage;

import dev.slipway.model.Secret;
import dev.slipway.model.Transfer.Reason;
import dev.slipway.platform.Outbound;
import dev.slipway.platform.Storage;
import dev.slipway.platform.TransferException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/// All storages that this server reaches, by the schemes of addresses. Who speaks a scheme is made
/// when it is needed: a start loads none of the libraries.
public final class Storages implements Storage {
  /// To buckets, over all accounts: schedules have many begin in the same minute.
  private static final int MOST_UPLOADS = 8;

  private static final String HERE = "file";

  private final Optional<LocalFolder> local;
  private final Optional<URI> endpoint;
  private final Semaphore uploads = new Semaphore(MOST_UPLOADS);
  private final Outbound outbound;

  /// @param folder where `file:///` begins; empty when there is no such storage
  /// @param endpoint that `s3://` means; empty for Amazon's
  /// @param outbound where servers may be that users name
  public Storages(Optional<Path> folder, Optional<URI> endpoint, Outbound outbound) {
    this.local = folder.map(LocalFolder::new);
    this.endpoint = endpoint;
    this.outbound = outbound;
  }

  @Override
  public boolean isHere(Secret folder) throws TransferException {
    return HERE.equals(Address.of(folder).scheme());
  }

  @Override
  public void write(Secret folder, String name, Content content)
      throws IOException, TransferException {
    Address address = Address.of(folder);
    switch (address.scheme()) {
      case HERE -> local().write(address, name, content);
      case "ftp", "ftps" -> new FtpServers(outbound).write(address, name, content);
      case "s3" -> new Buckets(endpoint, uploads).write(address, name, content);
      default -> throw unknown(address);
    }
  }

  @Override
  public void read(Secret file, Taker taker) throws IOException, TransferException {
    Address address = Address.of(file);
    switch (address.scheme()) {
      case HERE -> local().read(address, taker);
      case "ftp", "ftps" -> new FtpServers(outbound).read(address, taker);
      case "http", "https" -> new WebFiles(outbound).read(address, taker);
      case "s3" -> new Buckets(endpoint, uploads).read(address, taker);
      default -> throw unknown(address);
    }
  }

  private LocalFolder local() throws TransferException {
    return local.orElseThrow(
        () ->
            new TransferException(
                Reason.WRONG_FILE_PATH,
                "This server has no folder for backups. Start it with --backup-dir DIR."));
  }

  private static TransferException unknown(Address address) {
    return new TransferException(
        Reason.WRONG_FILE_PATH, "This server does not speak %s.".formatted(address.scheme()));
  }
}
