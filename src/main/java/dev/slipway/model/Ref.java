package dev.slipway.model;

/// Names one resource of any kind.
public record Ref(Kind kind, int id) {
  /// The subscription with this id.
  public static Ref subscription(int id) {
    return new Ref(Kind.SUBSCRIPTION, id);
  }

  /// The database with this id.
  public static Ref database(int id) {
    return new Ref(Kind.DATABASE, id);
  }

  @Override
  public String toString() {
    return kind.name().toLowerCase(java.util.Locale.ROOT) + " " + id;
  }
}
