package dev.slipway.api;

import dev.slipway.api.json.DataFile;
import dev.slipway.model.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Reads what can be asked for from its data file: the one that the program brings, or a user's
/// own.
public final class CatalogueFile {
  private static final String BUILT_IN = "catalogue.json";

  private CatalogueFile() {}

  /// The catalogue that the program brings.
  public static Catalogue builtIn() {
    try (InputStream in = CatalogueFile.class.getResourceAsStream(BUILT_IN)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its own " + BUILT_IN);
      }
      return checked(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A user's own catalogue.
  ///
  /// @throws IllegalArgumentException naming the faults
  /// @throws IOException when the file cannot be read
  public static Catalogue read(Path file) throws IOException {
    try {
      return checked(Files.readAllBytes(file));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("catalogue " + file + ": " + e.getMessage(), e);
    }
  }

  private static Catalogue checked(byte[] text) {
    Catalogue catalogue = DataFile.read(text, Catalogue.class);
    List<String> faults = faults(catalogue);
    if (!faults.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", faults));
    }
    return catalogue;
  }

  private static List<String> faults(Catalogue catalogue) {
    var faults = new ArrayList<String>();
    empty(faults, "regions", catalogue.regions());
    empty(faults, "redisVersions", catalogue.redisVersions());
    empty(faults, "shardUnits", catalogue.shardUnits());
    twice(faults, "a region id", catalogue.regions().stream().map(Catalogue.Region::id));
    twice(faults, "a module", catalogue.modules().stream().map(Catalogue.Module::name));
    twice(faults, "a version", catalogue.redisVersions().stream().map(Catalogue.Version::version));
    twice(
        faults,
        "a payment method",
        catalogue.paymentMethods().stream().map(Catalogue.PaymentMethod::id));
    twice(
        faults,
        "a cloud account",
        catalogue.cloudAccounts().stream().map(Catalogue.CloudAccount::id));
    if (catalogue.redisVersions().stream().filter(Catalogue.Version::isDefault).count() > 1) {
      faults.add("redisVersions: more than one is the default");
    }
    return faults;
  }

  private static void empty(List<String> faults, String field, List<?> values) {
    if (values.isEmpty()) {
      faults.add(field + " is empty");
    }
  }

  private static void twice(List<String> faults, String what, Stream<?> ids) {
    List<?> all = ids.toList();
    all.stream()
        .distinct()
        .filter(id -> all.indexOf(id) != all.lastIndexOf(id))
        .forEach(id -> faults.add(what + " is there twice: " + id));
  }
}
