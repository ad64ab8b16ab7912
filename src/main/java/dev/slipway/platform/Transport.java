package dev.slipway.platform;

import dev.slipway.model.Secret;
import java.util.List;

/// Moves the data of databases out and in (api-rules 4.7). What is broken off has no effect: a
/// target has no file, and a database the data that it had.
public interface Transport {
  /// Puts all data of a database into one file of a folder, as a gzipped RDB. An earlier file of
  /// that name is replaced.
  ///
  /// @param folder with its scheme, such as `ftp://host/path`
  /// @throws TransferException when the folder has no such file now
  void backUp(int databaseId, Secret folder, String name) throws TransferException;

  /// Replaces all data of a database by that of other places.
  ///
  /// @param order names it: one whose data was taken is not done again, since clients may have
  ///   written meanwhile
  /// @param places files of its shards, or one Redis
  /// @param limit bytes of memory that the data may need
  /// @throws TransferException when the database has its old data
  void fill(int databaseId, String order, List<Secret> places, long limit) throws TransferException;

  /// Ends what a fill has left that was broken off by the death of the server.
  ///
  /// @throws TransferException when it goes on
  void release(int databaseId) throws TransferException;
}
