package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import dev.slipway.proof.live.Java;
import dev.slipway.proof.live.Machine;
import dev.slipway.proof.live.PreparedFolder;
import dev.slipway.proof.live.Program;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/// One run: a server with an account of its own, a number of requests to it, and a look at what is
/// left when all was deleted.
public final class Run {
  /// How many databases there may be at once: each has a port, and is a real Redis.
  private static final int PORTS = 40;

  private static final int MOST_CREATIONS = 20;
  private static final int MOST_OPEN = 20;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Set<String> CREATIONS = Set.of("createDatabase", "createSubscription");

  private final Java java;
  private final PreparedFolder folder;
  private final Path errors;
  private final Machine machine;
  private final Chance chance;
  private final Findings findings;

  /// What a run came to.
  ///
  /// @param findings their kinds
  public record Result(String closingLine, List<String> findings) {}

  /// @param java how the program is started, without its arguments
  /// @param place an empty folder
  /// @param seed what decides about the requests
  /// @param told of every finding
  public Run(Java java, Path place, long seed, Consumer<String> told) throws IOException {
    this.java = java;
    this.folder = PreparedFolder.make(place.toRealPath().resolve("data"));
    this.errors = place.resolve("server.log");
    this.machine = Machine.withFreePorts(folder.databases(), PORTS);
    this.chance = new Chance(seed);
    this.findings = new Findings(seed, told);
  }

  /// Sends this many requests, and then those that delete everything.
  public Result send(int requests) throws IOException, InterruptedException {
    Tenant tenant = folder.addTenants(1).getFirst();
    try (Program program = start()) {
      program.awaitReady(START);
      Description description = describedAt(program.port(), tenant);
      try (var client = new Client(program.port(), tenant, description, findings)) {
        var visit = new Visit(client, description);
        visit.send(requests);
        visit.leave();
        int code = program.end();
        if (code != 0) {
          findings.found("the server that was asked to end exited with " + code);
        }
        return new Result(visit.closingLine(), findings.kinds());
      }
    }
  }

  private static Description describedAt(int port, Tenant tenant) throws IOException {
    try (var wire = new Wire(port, tenant)) {
      return Description.of(wire.send(Request.plain("GET", "/v1/openapi.json")).json());
    }
  }

  private Program start() throws IOException {
    String[] words = {
      "serve",
      "--data",
      folder.path().toString(),
      "--port",
      "0",
      "--database-ports",
      machine.ports().toString()
    };
    return Program.start(java.with(words).command(), Map.of(), errors);
  }

  /// What happens at the server that runs.
  private final class Visit {
    private final Client client;
    private final Description description;
    private final Known known;
    private final Errands errands;
    private final Farewell farewell;
    private final Set<String> before;
    private int creations;

    Visit(Client client, Description description) {
      this.client = client;
      this.description = description;
      this.known = new Known(description);
      this.errands = new Errands(client, findings, known);
      this.farewell = new Farewell(client, description, errands);
      this.before = farewell.things();
    }

    void send(int count) {
      var requests = new Requests(description, known, chance);
      for (int i = 0; i < count; i++) {
        Probe probe = requests.next();
        note(probe, client.send(probe));
        if (creations >= MOST_CREATIONS) {
          creations = 0;
          farewell.say(before);
        }
        if (errands.open() > 0 && (errands.open() >= MOST_OPEN || chance.percent(15))) {
          errands.await();
        }
      }
    }

    private void note(Probe probe, Answer answer) {
      switch (answer.status()) {
        case 200 -> {
          known.learn(probe.request().target(), answer.json());
          known.learnOf(answer.json());
        }
        case 202 -> {
          errands.accepted(answer.task());
          creations += CREATIONS.contains(probe.operation().id()) ? 1 : 0;
        }
        case 404 -> known.forget(probe.place());
        case 429 -> errands.await();
        default -> {}
      }
    }

    void leave() throws IOException {
      Set<String> left = farewell.say(before);
      if (!left.isEmpty()) {
        findings.found("this cannot be deleted: " + left);
      }
      JsonNode after = client.send("GET", "/v1/subscriptions").json().path("subscriptions");
      if (!after.isEmpty()) {
        findings.found("subscriptions are left: " + after);
      }
      if (!machine.residents().isEmpty() || !machine.folders().isEmpty()) {
        findings.found("left of databases: " + machine.residents() + machine.folders());
      }
      if (!machine.listening().isEmpty()) {
        findings.found("somebody listens on " + machine.listening());
      }
    }

    String closingLine() {
      List<String> never =
          description.operations().stream()
              .map(Described::id)
              .filter(operation -> !findings.reached().contains(operation))
              .toList();
      return "%d requests, %d of %d operations answered well%s, answers by hundreds %s, %s, %d kinds of findings"
          .formatted(
              findings.requests(),
              findings.reached().size(),
              description.operations().size(),
              never.isEmpty() ? "" : " (not " + String.join(", ", never) + ")",
              findings.statuses(),
              errands.told(),
              findings.kinds().size());
    }
  }
}
