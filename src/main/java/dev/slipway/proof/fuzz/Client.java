package dev.slipway.proof.fuzz;

import dev.slipway.proof.fuzz.Description.Described;
import dev.slipway.proof.live.Tenant;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Sends requests, and has every answer judged.
final class Client implements AutoCloseable {
  private final Wire wire;
  private final Description description;
  private final Judge judge;
  private final Findings findings;

  Client(int port, Tenant tenant, Description description, Findings findings) {
    this.wire = new Wire(port, tenant);
    this.description = description;
    this.judge = new Judge(description);
    this.findings = findings;
  }

  /// Sends; when no answer comes, that is a finding, and the status is 0.
  Answer send(Probe probe) {
    Answer answer;
    try {
      answer = wire.send(probe.request());
    } catch (IOException e) {
      findings.found(probe.operation().id(), "there was no answer", probe.request(), e.toString());
      return new Answer(0, Map.of(), "", Duration.ZERO);
    }
    findings.answered(probe.operation().id(), answer.status());
    for (String complaint : judge.complaints(probe, answer)) {
      String told = answer.status() + " " + answer.headers() + " " + answer.body();
      findings.found(probe.operation().id(), complaint, probe.request(), told);
    }
    return answer;
  }

  /// Sends a plain request without a body.
  Answer send(String method, String path) {
    Optional<Described> operation = description.find(method, Target.segments(path));
    var request = new Request(method, path, List.of(), new byte[0]);
    return send(new Probe(operation.orElseThrow(), Map.of(), request, false));
  }

  @Override
  public void close() throws IOException {
    wire.close();
  }
}
