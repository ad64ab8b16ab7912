package dev.slipway.platform.process;

import dev.slipway.model.DatabaseSpec;
import dev.slipway.model.Settings;
import dev.slipway.model.Sha256;
import dev.slipway.model.TrustAnchor;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// The certificates with which databases and their clients know each other.
///
/// One authority of the data folder vouches for the databases; clients are given its certificate. A
/// second one, which nobody is given, vouches for Slipway itself: where clients must show a
/// certificate, Slipway has one too. Nothing is made before a database needs it.
///
/// A file says in its name whose it is and when it began, so that the configuration of a running
/// Redis tells what it has loaded.
public final class Certificates implements TrustAnchor {
  private static final Logger LOG = System.getLogger(Certificates.class.getName());

  /// How long a certificate counts, and how old it is renewed.
  private static final Duration LIFE = Duration.ofDays(90);

  private static final Duration RENEWED_AFTER = LIFE.dividedBy(3).multipliedBy(2);

  /// The authority and the names that it is for, and the second in which it began.
  private static final Pattern IDENTITY =
      Pattern.compile("(server|follower)-([0-9a-f]{16})-([0-9]{1,12})\\.pem");

  private static final int SHORT = 16;

  private final Authority authority;
  private final Authority internal;
  private final List<String> names;
  private final Issuance issuance;
  private @Nullable TlsIdentity own;

  /// @param dataFolder holds `ca.pem` and `internal-ca.pem` once they are needed
  /// @param hosts the names and IP addresses that clients reach databases under, besides those of
  ///   this machine for itself
  public Certificates(
      Path dataFolder, List<String> hosts, InstantSource clock, SecureRandom random) {
    issuance = new Issuance(clock, random);
    authority = new Authority(dataFolder.resolve("ca.pem"), "Slipway CA", issuance);
    internal =
        new Authority(dataFolder.resolve("internal-ca.pem"), "Slipway internal CA", issuance);
    Set<String> all = new LinkedHashSet<>(hosts);
    all.addAll(List.of("localhost", "127.0.0.1", "::1"));
    names = List.copyOf(all);
  }

  @Override
  public Optional<String> pem() {
    try {
      return Optional.of(Pem.of(authority.credential().certificate()));
    } catch (IOException e) {
      LOG.log(Level.ERROR, "no client can be told whom to trust: " + e.getMessage());
      return Optional.empty();
    }
  }

  /// Where this database is to listen; the files that it needs for that are in its folder.
  Listener prepare(DatabaseFolder folder, DatabaseSpec wanted) throws IOException {
    return wanted.access().tls()
        ? Listener.withTls(wanted.port(), identity(folder), clients(folder, wanted))
        : Listener.inClear(wanted.port());
  }

  /// How this database's Redis follows the one that takes writes. Where that encrypts, each knows
  /// the other by an authority of its own.
  Listener follow(DatabaseFolder folder, DatabaseSpec wanted) throws IOException {
    if (!wanted.access().tls()) {
      return Listener.closed();
    }
    String trusted = trustedByFollowers();
    folder.write(trusted, Pem.of(authority.credential().certificate()));
    return Listener.closed(follower(folder), trusted);
  }

  /// Removes the files that a Redis with this listener does not need.
  void sweep(DatabaseFolder folder, Listener used) throws IOException {
    for (String name : folder.names("{server,clients,follower,authority}-*.pem")) {
      if (!name.equals(used.identity()) && !name.equals(used.clients())) {
        folder.remove(name);
      }
    }
  }

  /// Whether the certificates that a Redis has loaded are those that it is to have now.
  boolean current(Listener listener) throws IOException {
    if (!listener.encrypts()) {
      return !listener.usesTls()
          || (fresh(listener.identity()) && listener.clients().equals(trustedByFollowers()));
    }
    return (fresh(listener.identity())
        && (listener.clients().isEmpty() || listener.clients().endsWith(ofInternal())));
  }

  /// How Slipway itself connects to a database with TLS.
  synchronized SSLContext context() throws IOException {
    if (own == null || !young(own.credential().begin())) {
      Credential mine =
          issuance.client(new Issuance.Subject("Slipway", LIFE), internal.credential());
      own = TlsIdentity.of(mine, authority.credential().certificate(), issuance.random());
    }
    return own.context();
  }

  /// The file with the database's own key and certificate: the one that is there, as long as it is
  /// whole and not old.
  private String identity(DatabaseFolder folder) throws IOException {
    for (String name : folder.names("server-*.pem")) {
      if (fresh(name) && whole(folder.read(name, 0))) {
        return name;
      }
    }
    Credential made =
        issuance.server(
            new Issuance.Subject("Slipway database " + folder.id(), LIFE),
            names,
            authority.credential());
    return keep(folder, "server", made);
  }

  /// The same of one that follows, and shows it where clients must show one too.
  private String follower(DatabaseFolder folder) throws IOException {
    for (String name : folder.names("follower-*.pem")) {
      if (fresh(name)) {
        return name;
      }
    }
    Issuance.Subject subject = new Issuance.Subject("Slipway replica " + folder.id(), LIFE);
    return keep(folder, "follower", issuance.client(subject, internal.credential()));
  }

  private String keep(DatabaseFolder folder, String part, Credential made) throws IOException {
    String name = "%s-%s-%d.pem".formatted(part, kind(part), made.begin().getEpochSecond());
    folder.write(name, made.pem());
    return name;
  }

  private boolean whole(String text) throws IOException {
    Credential by = authority.credential();
    try {
      return by.vouchesFor(Pem.credential(text).certificate());
    } catch (IOException e) {
      LOG.log(Level.WARNING, "a certificate in a database's folder is replaced: " + e.getMessage());
      return false;
    }
  }

  private boolean fresh(String name) throws IOException {
    Matcher file = IDENTITY.matcher(name);
    return file.matches()
        && file.group(2).equals(kind(file.group(1)))
        && young(Instant.ofEpochSecond(Long.parseLong(file.group(3))));
  }

  private boolean young(Instant begin) {
    Instant now = issuance.clock().instant();
    return !now.isBefore(begin) && now.isBefore(begin.plus(RENEWED_AFTER));
  }

  /// What all certificates of an authority for these names have in common.
  private String kind(String part) throws IOException {
    Authority by = part.equals("server") ? authority : internal;
    return Sha256.hex(by.fingerprint() + " " + String.join(" ", names)).substring(0, SHORT);
  }

  private String clients(DatabaseFolder folder, DatabaseSpec wanted) throws IOException {
    List<String> trusted = wanted.access().trustedClients();
    if (trusted.isEmpty()) {
      return "";
    }
    Set<X509Certificate> all = new LinkedHashSet<>();
    for (String pem : trusted) {
      all.addAll(Pem.certificates(pem));
    }
    all.add(internal.credential().certificate());
    StringBuilder text = new StringBuilder();
    all.forEach(certificate -> text.append(Pem.of(certificate)));
    String name = "clients-" + Settings.Endpoint.wantedBy(wanted).clients() + ofInternal();
    folder.write(name, text.toString());
    return name;
  }

  /// The file with the certificate that vouches for the one that is followed.
  private String trustedByFollowers() throws IOException {
    return "authority-" + authority.fingerprint() + ".pem";
  }

  /// How the name of a file ends that has the certificate of the internal authority in it.
  private String ofInternal() throws IOException {
    return "-" + internal.fingerprint() + ".pem";
  }
}
