package dev.slipway;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/// Why a file could not be used, in the user's words: the JDK often tells it by the name of an
/// exception alone.
public final class Reason {
  private Reason() {}

  /// Fits into brackets after the name of the file.
  public static String of(IOException failure) {
    return switch (failure) {
      case AccessDeniedException _ -> "this user may not";
      case FileAlreadyExistsException _ -> "a file is in its place";
      case NotDirectoryException _ -> "it is not a folder";
      case NoSuchFileException _ -> "it is not there";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> failure.getMessage() == null ? failure.toString() : failure.getMessage();
    };
  }
}
