package dev.slipway;

import java.nio.file.Path;
import java.util.Set;

/// How one server is set up; every part is also an option of `./slipway serve`.
///
/// @param data the folder that holds everything the server keeps
/// @param host the address that the API and the databases listen on
/// @param port the API's port; 0 takes a free one
/// @param databasePorts where clients reach databases
/// @param internalPorts where replicas and cluster buses listen
/// @param advertiseHost the name that endpoints carry; a name, not a bare IPv6 address
/// @param stopDatabasesOnExit whether databases end with the server, or go on
/// @param strict what is refused instead of emulated
/// @param heldPolls whether a poll of an unfinished task may be held for a moment
public record Config(
    Path data,
    String host,
    int port,
    PortRange databasePorts,
    PortRange internalPorts,
    String advertiseHost,
    boolean stopDatabasesOnExit,
    Set<Strict> strict,
    boolean heldPolls) {
  /// An inclusive range of ports.
  public record PortRange(int from, int to) {}

  /// What can be asked to behave as the cloud does, at the price of comfort.
  public enum Strict {
    ENGINE,
    RATE,
    HOLD
  }
}
