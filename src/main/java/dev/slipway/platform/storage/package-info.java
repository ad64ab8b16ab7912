/// Where files of databases are kept outside: a local folder, FTP, S3, and web servers to read
/// from.
///
/// {@link dev.slipway.platform.storage.Storages} takes an address and finds who speaks its scheme.
/// Whatever a user names is reached only at addresses that {@link dev.slipway.platform.Outbound}
/// has let through.
@NullMarked
package dev.slipway.platform.storage;

import org.jspecify.annotations.NullMarked;
