package dev.slipway.cli;

import dev.slipway.Config;
import dev.slipway.Config.Doors;
import dev.slipway.Config.Outside;
import dev.slipway.Config.PortRange;
import dev.slipway.Config.Strict;
import dev.slipway.Config.Tls;
import dev.slipway.model.Cidr;
import dev.slipway.model.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/// The options of `serve`, their rules, and the way from them to a {@link Config}.
final class ServeOptions {
  static final Option<Path> DATA =
      new Option<>(
          "--data",
          "DIR",
          ".slipway",
          "the folder that holds everything the server keeps",
          "the path of a folder",
          ".slipway",
          Words::folder);
  private static final Option<String> HOST =
      new Option<>(
          "--host",
          "ADDRESS",
          "127.0.0.1",
          "the address that the API and the databases listen on",
          "an IP address or localhost",
          "127.0.0.1",
          Words::host);
  private static final Option<Integer> PORT =
      new Option<>(
          "--port",
          "PORT",
          "7447",
          "the port of the API; 0 takes a free one",
          "a port number from 0 to 65535",
          "7447",
          text -> Words.port(text, 0));
  private static final Option<PortRange> DATABASE_PORTS =
      new Option<>(
          "--database-ports",
          "FROM-TO",
          "10000-19999",
          "where clients reach databases",
          "two ports from 1 to 65535 with a dash between, the lower one first",
          "10000-19999",
          Words::range);
  private static final Option<PortRange> INTERNAL_PORTS =
      new Option<>(
          "--internal-ports",
          "FROM-TO",
          "20000-29999",
          "where replicas and cluster buses listen",
          "two ports from 1 to 65535 with a dash between, the lower one first",
          "20000-29999",
          Words::range);
  private static final Option<String> ADVERTISE_HOST =
      new Option<>(
          "--advertise-host",
          "NAME",
          "",
          "the name in the endpoints of databases (the host itself)",
          "a host name or an IPv4 address",
          "redis.example.org",
          Words::advertised);
  private static final Option<Boolean> ON_EXIT =
      new Option<>(
          "--on-exit",
          "stop|keep",
          "keep",
          "whether databases end with the server",
          "stop or keep",
          "keep",
          Words::stops);
  private static final Option<Set<Strict>> STRICT =
      new Option<>(
          "--strict",
          "WORDS",
          "",
          "what is refused as the cloud does: engine, rate, hold",
          "any of engine, rate and hold with commas between",
          "engine,rate",
          Words::strict);
  private static final Option<Optional<Path>> CATALOGUE =
      new Option<>(
          "--catalogue",
          "FILE",
          "",
          "a file with your own regions, versions and prices",
          "a file that can be read",
          "catalogue.json",
          Words::file);

  private static final Option<List<Cidr>> ADMIN_FROM =
      new Option<>(
          "--admin-from",
          "CIDRS",
          Doors.THIS_MACHINE,
          "from where the admin side may be asked",
          "blocks of addresses with commas between",
          "127.0.0.0/8,10.0.0.0/8",
          Cidr::list);

  private static final Option<List<Cidr>> TRUSTED_PROXIES =
      new Option<>(
          "--trusted-proxies",
          "CIDRS",
          "",
          "proxies whose X-Forwarded-For counts for allow lists",
          "blocks of addresses with commas between",
          "127.0.0.1,10.0.0.0/8",
          Cidr::list);
  private static final Option<Optional<Path>> BACKUP_DIR =
      new Option<>(
          "--backup-dir",
          "DIR",
          "",
          "the folder where backups to file:/// go",
          "a folder that is there",
          "/var/backups/slipway",
          Words::presentFolder);
  private static final Option<Optional<URI>> S3_ENDPOINT =
      new Option<>(
          "--s3-endpoint",
          "URL",
          "",
          "the server that s3:// means, unless Amazon's",
          "a URL with http:// or https://",
          "http://127.0.0.1:9000",
          Words::url);
  private static final Option<List<Cidr>> ALLOW_SOURCES =
      new Option<>(
          "--allow-sources",
          "CIDRS",
          "",
          "inner addresses that backups and imports may use",
          "blocks of addresses with commas between",
          "127.0.0.1,169.254.0.0/16",
          Cidr::list);
  private static final Option<OptionalDouble> MEMORY_BUDGET =
      new Option<>(
          "--memory-budget",
          "SIZE",
          "",
          "the memory that all databases may take together (any)",
          "a size of at least 100MB, in MB, GB or TB",
          "16GB",
          Words::size);
  private static final Option<Optional<Path>> TLS_CERT =
      new Option<>(
          "--tls-cert",
          "FILE",
          "",
          "the certificate to serve HTTPS with, in PEM",
          "a file that can be read",
          "cert.pem",
          Words::file);
  private static final Option<Optional<Path>> TLS_KEY =
      new Option<>(
          "--tls-key",
          "FILE",
          "",
          "the private key of the certificate, in PEM",
          "a file that can be read",
          "key.pem",
          Words::file);
  private static final Option<Boolean> INSECURE_HTTP =
      new Option<>(
          "--insecure-http",
          "",
          "no",
          "plain HTTP also where other machines can listen",
          "yes or no",
          "yes",
          Words::yes);

  static final List<Option<?>> ALL =
      List.of(
          DATA,
          HOST,
          PORT,
          DATABASE_PORTS,
          INTERNAL_PORTS,
          ADVERTISE_HOST,
          ON_EXIT,
          STRICT,
          CATALOGUE,
          ADMIN_FROM,
          TRUSTED_PROXIES,
          BACKUP_DIR,
          S3_ENDPOINT,
          ALLOW_SOURCES,
          MEMORY_BUDGET,
          TLS_CERT,
          TLS_KEY,
          INSECURE_HTTP);

  private ServeOptions() {}

  /// @throws dev.slipway.CannotStart naming everything that is wrong
  static Config config(Arguments arguments) {
    String host = arguments.read(HOST);
    String advertised = arguments.read(ADVERTISE_HOST);
    Config config =
        new Config(
            arguments.read(DATA),
            host,
            arguments.read(PORT),
            arguments.read(DATABASE_PORTS),
            arguments.read(INTERNAL_PORTS),
            advertised.isEmpty() ? advertisable(host) : advertised,
            arguments.read(ON_EXIT),
            arguments.read(STRICT),
            arguments.read(CATALOGUE),
            new Doors(arguments.read(ADMIN_FROM), arguments.read(TRUSTED_PROXIES), tls(arguments)),
            new Outside(
                arguments.read(BACKUP_DIR),
                arguments.read(S3_ENDPOINT),
                arguments.read(ALLOW_SOURCES)),
            arguments.read(MEMORY_BUDGET),
            Limits.standard());
    checkRangesApart(config, arguments);
    checkPortOutside(DATABASE_PORTS, config.databasePorts(), config, arguments);
    checkPortOutside(INTERNAL_PORTS, config.internalPorts(), config, arguments);
    checkOpenness(config, arguments);
    arguments.check();
    return config;
  }

  private static Optional<Tls> tls(Arguments arguments) {
    Optional<Path> certificate = arguments.read(TLS_CERT);
    Optional<Path> key = arguments.read(TLS_KEY);
    if (certificate.isPresent() != key.isPresent() && arguments.clear(TLS_CERT, TLS_KEY)) {
      arguments.problem("--tls-cert and --tls-key: belong together; give both, or neither");
    }
    return certificate.flatMap(chain -> key.map(file -> new Tls(chain, file)));
  }

  private static void checkOpenness(Config config, Arguments arguments) {
    boolean plain = config.doors().tls().isEmpty() && !arguments.read(INSECURE_HTTP);
    if (plain && !config.loopback() && arguments.clear(HOST, TLS_CERT, TLS_KEY, INSECURE_HTTP)) {
      arguments.problem(
          "--host %s: other machines can reach it, and keys and passwords would cross the network in clear; give --tls-cert and --tls-key, or --insecure-http where a proxy with TLS stands before it"
              .formatted(config.host()));
    }
  }

  private static void checkRangesApart(Config config, Arguments arguments) {
    PortRange databases = config.databasePorts();
    PortRange internal = config.internalPorts();
    if (arguments.clear(DATABASE_PORTS, INTERNAL_PORTS) && databases.overlaps(internal)) {
      arguments.problem(
          "--database-ports %s and --internal-ports %s: must not share a port; name another range with --internal-ports, or with --database-ports"
              .formatted(databases, internal));
    }
  }

  private static void checkPortOutside(
      Option<PortRange> option, PortRange range, Config config, Arguments arguments) {
    if (arguments.clear(PORT, option) && range.contains(config.port())) {
      arguments.problem(
          "--port %d: must lie outside %s %s; move one of them"
              .formatted(config.port(), option.name(), range));
    }
  }

  /// An endpoint never holds a wildcard or a bare IPv6 address (architecture 8).
  private static String advertisable(String host) {
    return host.contains(":") || host.equals("0.0.0.0") ? "localhost" : host;
  }
}
