package dev.slipway.proof.crashloop;

import dev.slipway.Config.PortRange;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.SmallDisk;
import dev.slipway.store.Store;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/// What a program has to live through without a restart: its disk is full for a while, or somebody
/// else listens on its ports.
final class Hardship {
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 600;
  private static final int NEXT_PORTS = 2;

  private final Optional<SmallDisk> disk;
  private final PreparedFolder folder;
  private final PortRange ports;
  private final Ledger ledger;
  private final Load load;
  private final Random random;
  private int strikes;
  private int stolenPorts;
  private int fullDisks;

  /// @param disk on which the program keeps everything; empty when it cannot be filled
  Hardship(
      Optional<SmallDisk> disk,
      PreparedFolder folder,
      PortRange ports,
      Ledger ledger,
      Load load,
      Random random) {
    this.disk = disk;
    this.folder = folder;
    this.ports = ports;
    this.ledger = ledger;
    this.load = load;
    this.random = random;
  }

  /// Lets one come over a program that is under load, and go again.
  ///
  /// @return which, in words
  String strike() throws IOException, InterruptedException {
    strikes++;
    return disk.isPresent() && strikes % 2 == 0 ? fill(disk.get()) : stealPorts();
  }

  /// How many ports somebody else had for a while.
  int stolenPorts() {
    return stolenPorts;
  }

  /// How often the disk was full.
  int fullDisks() {
    return fullDisks;
  }

  private String fill(SmallDisk full) throws IOException, InterruptedException {
    ledger.diskIsFull();
    try {
      full.fill();
      fullDisks++;
      last();
      return "a full disk";
    } finally {
      full.clear();
    }
  }

  /// That of a Redis that was just killed, and those that the next databases would get.
  private String stealPorts() throws IOException, InterruptedException {
    List<Integer> next = nextPorts();
    Set<Integer> wanted = new LinkedHashSet<>();
    load.shoot(random).ifPresent(killed -> wanted.add(killed.port()));
    wanted.addAll(next);
    try (PortThief thief = PortThief.of(wanted)) {
      stolenPorts += thief.stolen().size();
      last();
      return thief.stolen().size() + " stolen ports";
    }
  }

  private List<Integer> nextPorts() {
    try (Store store = folder.open(false)) {
      return store.read(tx -> tx.ports().unused(ports.from(), ports.to(), NEXT_PORTS));
    }
  }

  private void last() throws InterruptedException {
    Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
  }
}
