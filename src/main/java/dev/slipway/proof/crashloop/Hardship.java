package dev.slipway.proof.crashloop;

import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.SmallDisk;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/// What a program has to live through without a restart: its disk is full for a while, or somebody
/// else listens on its ports.
final class Hardship {
  private static final int SHORTEST_MILLIS = 100;
  private static final int LONGEST_MILLIS = 600;
  private static final int FREE_PORTS = 2;

  private final Optional<SmallDisk> disk;
  private final Machine machine;
  private final Ledger ledger;
  private final Load load;
  private final Random random;
  private int stolenPorts;
  private int fullDisks;

  /// @param disk on which the program keeps everything; empty when it cannot be filled
  Hardship(Optional<SmallDisk> disk, Machine machine, Ledger ledger, Load load, Random random) {
    this.disk = disk;
    this.machine = machine;
    this.ledger = ledger;
    this.load = load;
    this.random = random;
  }

  /// Lets one come over a program that is under load, and go again.
  void strike() throws IOException, InterruptedException {
    if (disk.isPresent() && random.nextBoolean()) {
      fill(disk.get());
    } else {
      stealPorts();
    }
  }

  /// How many ports somebody else had for a while.
  int stolenPorts() {
    return stolenPorts;
  }

  /// How often the disk was full.
  int fullDisks() {
    return fullDisks;
  }

  private void fill(SmallDisk full) throws IOException, InterruptedException {
    ledger.diskIsFull();
    try {
      full.fill();
      fullDisks++;
      last();
    } finally {
      full.clear();
    }
  }

  /// That of a Redis that was just killed, and those that the next databases would get.
  private void stealPorts() throws IOException, InterruptedException {
    Set<Integer> wanted = new LinkedHashSet<>();
    load.shoot(random).ifPresent(killed -> wanted.add(killed.port()));
    Set<Integer> taken = machine.listening();
    IntStream.rangeClosed(machine.ports().from(), machine.ports().to())
        .filter(port -> !taken.contains(port))
        .limit(FREE_PORTS)
        .forEach(wanted::add);
    try (PortThief thief = PortThief.of(wanted)) {
      stolenPorts += thief.stolen().size();
      last();
    }
  }

  private void last() throws InterruptedException {
    Thread.sleep(random.nextInt(SHORTEST_MILLIS, LONGEST_MILLIS));
  }
}
