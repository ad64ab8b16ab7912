package dev.slipway;

import dev.slipway.command.Installation;
import dev.slipway.model.Failpoints;
import dev.slipway.platform.PlatformException;
import dev.slipway.platform.process.Certificates;
import dev.slipway.platform.process.Engine;
import dev.slipway.platform.process.Engines;
import dev.slipway.platform.process.ProcessPlatform;
import dev.slipway.platform.process.RunningDatabases;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/// The Redis of this machine: where databases run, and what the operator should know of that.
record LocalRedis(Config config, Engines engines) {
  private static final System.Logger LOG = System.getLogger(LocalRedis.class.getName());

  /// What is installed is looked for when it is first needed.
  static LocalRedis of(Config config) {
    return new LocalRedis(config, new Engines(searchPath(), config.data()));
  }

  private static String searchPath() {
    return System.getenv().getOrDefault("PATH", "");
  }

  /// What commands may promise.
  ///
  /// @throws CannotStart when only installed versions are to be promised, and there is none
  Installation installation() {
    boolean strict = config.strict().contains(Config.Strict.ENGINE);
    if (strict) {
      demandEngine();
    }
    return new Installation(
        config.advertiseHost(),
        config.databasePorts().from(),
        config.databasePorts().to(),
        strict,
        this::installedVersions,
        config.memoryBudgetGb());
  }

  private void demandEngine() {
    try {
      engines.engine();
    } catch (PlatformException e) {
      throw new CannotStart(String.valueOf(e.getMessage()), e);
    }
  }

  private List<String> installedVersions() {
    try {
      return List.of(engines.engine().version());
    } catch (PlatformException _) {
      return List.of(); // the start, and each database that misses it, says why
    }
  }

  /// What databases are known by: the name that their endpoints carry, and the address that they
  /// listen on.
  Certificates certificates(Essentials with) {
    InetAddress bind = config.address();
    String address =
        bind.getHostAddress().replaceFirst("%.*", ""); // a scope is this machine's alone
    Stream<String> bound = bind.isAnyLocalAddress() ? Stream.empty() : Stream.of(address);
    return new Certificates(
        config.data(),
        Stream.concat(Stream.of(config.advertiseHost()), bound).toList(),
        with.clock(),
        with.random());
  }

  /// Keeps databases below the data folder.
  ///
  /// @param certificates what they are known by where they encrypt
  /// @param key encrypts what must be kept of their secrets
  /// @throws CannotStart when the folder cannot be used
  ProcessPlatform platform(Certificates certificates, byte[] key, Failpoints failpoints) {
    try {
      return new ProcessPlatform(
          config.data(), config.host(), engines, searchPath(), certificates, key, failpoints);
    } catch (IOException e) {
      throw new CannotStart(
          "databases cannot be kept below " + config.data() + " (" + Reason.of(e) + ")", e);
    }
  }

  /// Tells the operator how databases run here. The engine is looked for in the background, ahead
  /// of the first database, which would wait for it.
  void remarkOn(ProcessPlatform platform) {
    platform.remark().ifPresent(remark -> LOG.log(System.Logger.Level.WARNING, remark));
    try {
      for (long pid : databases().orphans()) {
        LOG.log(
            System.Logger.Level.WARNING,
            "process " + pid + " is a Redis whose folder is gone; kill -9 " + pid + " ends it");
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "left-over processes could not be looked for", e);
    }
    Thread.ofPlatform().daemon(true).name("engine").start(this::remarkOnEngine);
  }

  private void remarkOnEngine() {
    try {
      Engine engine = engines.engine();
      LOG.log(
          System.Logger.Level.INFO, "databases run on " + engine.name() + " " + engine.version());
    } catch (PlatformException e) {
      LOG.log(System.Logger.Level.WARNING, e.getMessage());
    }
  }

  /// How many databases run at this moment.
  int running() {
    try {
      return databases().list().size();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The databases of the data folder that run, whoever started them.
  RunningDatabases databases() {
    return new RunningDatabases(config.data());
  }
}
