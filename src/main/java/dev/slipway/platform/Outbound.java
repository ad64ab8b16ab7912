package dev.slipway.platform;

import dev.slipway.model.Cidr;
import dev.slipway.model.Transfer.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// Where this server may connect to because a user said so. What only this machine or its cloud
/// provider should reach is refused, unless the operator allows it: an import could read it out.
///
/// A name is looked up once and all its addresses are checked; whoever asks connects to the address
/// that it gets, since another look-up may answer something else.
///
/// @param allowed blocks that are reached although they would be refused
public record Outbound(List<Cidr> allowed) {
  private static final Duration LOOK_UP = Duration.ofSeconds(5);

  /// Besides what {@link InetAddress} itself calls loopback, link-local, multicast or none: this
  /// network, reserved, the metadata services of clouds that are not link-local, and IPv6 blocks
  /// that stand for IPv4 addresses, which may be any.
  private static final List<Cidr> CLOSED =
      Stream.of(
              "0.0.0.0/8",
              "240.0.0.0/4",
              "100.100.100.200",
              "192.0.0.192",
              "168.63.129.16",
              "fd00:ec2::254",
              "fd20:ce::254",
              "::/96",
              "64:ff9b::/96",
              "64:ff9b:1::/48",
              "2002::/16",
              "2001::/32")
          .flatMap(block -> Cidr.parse(block).stream())
          .toList();

  /// The address to connect to.
  ///
  /// @throws TransferException when there is none, or one of the name's addresses is closed
  public InetAddress addressOf(String host) throws TransferException {
    List<InetAddress> addresses = lookUp(host.replaceAll("[\\[\\]]", ""));
    for (InetAddress address : addresses) {
      if (!open(address)) {
        throw new TransferException(
            Reason.WRONG_FILE_PATH,
            "%s is at %s, which this server does not connect to for users. The operator can allow it: --allow-sources %s."
                .formatted(host, address.getHostAddress(), address.getHostAddress()));
      }
    }
    return addresses.getFirst();
  }

  /// Whether an address may be connected to. A private one may: storages of one's own stand there.
  boolean open(InetAddress address) {
    Cidr block = Cidr.of(address);
    return allowed.stream().anyMatch(allow -> allow.contains(block))
        || (!address.isLoopbackAddress()
            && !address.isAnyLocalAddress()
            && !address.isLinkLocalAddress()
            && !address.isMulticastAddress()
            && CLOSED.stream().noneMatch(closed -> closed.contains(block)));
  }

  private static List<InetAddress> lookUp(String host) throws TransferException {
    FutureTask<List<InetAddress>> look =
        new FutureTask<>(() -> Arrays.asList(InetAddress.getAllByName(host)));
    Thread.ofVirtual().name("look-up").start(look);
    try {
      return look.get(LOOK_UP.toSeconds(), TimeUnit.SECONDS);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnknownHostException) {
        throw new TransferException(Reason.WRONG_FILE_PATH, "There is no host %s.".formatted(host));
      }
      throw new TransferException(
          Reason.GENERAL_ERROR, "The host %s could not be looked up.".formatted(host), e);
    } catch (TimeoutException e) {
      throw new TransferException(
          Reason.GENERAL_ERROR,
          "No name server knew %s within %s s.".formatted(host, LOOK_UP.toSeconds()),
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new TransferException(Reason.GENERAL_ERROR, "The server ended meanwhile.", e);
    }
  }
}
