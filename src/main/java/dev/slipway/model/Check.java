package dev.slipway.model;

/// One thing that was looked at because a server depends on it.
///
/// @param what in one or two words
/// @param words what was found and, unless it is fine, what to do
public record Check(Verdict verdict, String what, String words) {
  /// What it means for a server.
  public enum Verdict {
    /// As it should be.
    OK,
    /// It serves, and somebody should know.
    NOTE,
    /// It cannot serve.
    PROBLEM
  }

  /// As it should be.
  public static Check ok(String what, String words) {
    return new Check(Verdict.OK, what, words);
  }

  /// It serves, and somebody should know.
  public static Check note(String what, String words) {
    return new Check(Verdict.NOTE, what, words);
  }

  /// It cannot serve.
  public static Check problem(String what, String words) {
    return new Check(Verdict.PROBLEM, what, words);
  }
}
