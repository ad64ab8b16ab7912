package dev.slipway.command;

import java.util.List;

/// What this server can run databases on.
///
/// @param host the name that the endpoints of databases carry
/// @param firstPort the lowest port for databases
/// @param lastPort the highest port for databases
/// @param strictEngine whether a request that no installed engine fulfils is refused; otherwise the
///   nearest engine runs it, and the answers say so
/// @param engineVersions versions of the installed engines, such as `7.0.15`
public record Installation(
    String host, int firstPort, int lastPort, boolean strictEngine, List<String> engineVersions) {}
