package dev.slipway.platform;

import dev.slipway.model.Secret;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/// Where files are kept outside, named by addresses with a scheme. An address may hold a password,
/// so it is a secret.
public interface Storage {
  /// What a file is to hold; it can be had once.
  interface Content {
    void writeTo(OutputStream out) throws IOException, TransferException;
  }

  /// Who takes what a file holds.
  interface Taker {
    void take(InputStream in) throws IOException, TransferException;
  }

  /// Whether a folder is on this machine: a shorter file hardly gets there sooner.
  ///
  /// @throws TransferException when the address cannot be read
  boolean isHere(Secret folder) throws TransferException;

  /// Makes a file in a folder. It has its name only when it is whole.
  ///
  /// @throws TransferException when the storage does not take it
  /// @throws IOException when the content cannot be made
  void write(Secret folder, String name, Content content) throws IOException, TransferException;

  /// Reads a file to its end; what is broken off on the way is an {@link IOException} of the
  /// stream.
  ///
  /// @throws TransferException when there is no such file, or it may not be read
  void read(Secret file, Taker taker) throws IOException, TransferException;
}
