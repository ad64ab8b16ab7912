package dev.slipway.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.slipway.api.ApiServer;
import dev.slipway.api.http.Operation;
import dev.slipway.api.json.Decoder;
import dev.slipway.api.json.MalformedBody;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.NonNull;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Switches off each rule of each wire record, one at a time: some row of the table must notice.
final class EveryConstraintTest {
  @TempDir Path folder;

  @Test
  void noRuleOfABodyGoesUnnoticed() {
    List<RuleSwitch> rules = rulesOfAllBodies();
    List<RuleSwitch> unnoticed = new ArrayList<>();
    try (Stage stage = Stage.set(Scene.named("nothing"), folder)) {
      var rows = rowsByRule(rules, stage);
      for (RuleSwitch rule : rules) {
        if (rows.getOrDefault(rule, List.of()).stream()
            .noneMatch(row -> notices(row, rule, stage))) {
          unnoticed.add(rule);
        }
      }
    }

    assertThat(rules).hasSizeGreaterThan(100);
    assertThat(unnoticed).isEmpty();
  }

  /// The nullness annotations of the language are read as rules too, and come behind the API's own:
  /// they stay off, so that the rule in front of them is the one that is asked.
  private List<RuleSwitch> rulesOfAllBodies() {
    try (ApiServer server = ApiServer.start(folder)) {
      server.operations().stream()
          .map(Operation::takes)
          .filter(Objects::nonNull)
          .forEach(EveryConstraintTest::read);
    }
    RuleSwitches.known().stream().filter(rule -> rule.is(NonNull.class)).forEach(RuleSwitch::off);
    return RuleSwitches.known().stream().filter(EveryConstraintTest::isOfABody).toList();
  }

  private static boolean isOfABody(RuleSwitch rule) {
    return !rule.is(NonNull.class) && !rule.toString().contains("dev.slipway.admin.");
  }

  private static void read(Class<?> body) {
    try {
      Decoder.of(body).decode("{}".getBytes(StandardCharsets.UTF_8));
    } catch (MalformedBody _) {
      // It was read, and that is all.
    }
  }

  private static Map<RuleSwitch, List<Row>> rowsByRule(List<RuleSwitch> rules, Stage stage) {
    Map<RuleSwitch, List<Row>> rows = new LinkedHashMap<>();
    for (Row row : RefusalTable.rows()) {
      if (!row.expected().inTask() && row.scene().name().equals("nothing")) {
        List<Integer> before = rules.stream().map(RuleSwitch::refusals).toList();
        stage.verdict(row);
        for (int i = 0; i < rules.size(); i++) {
          if (rules.get(i).refusals() > before.get(i)) {
            rows.computeIfAbsent(rules.get(i), _ -> new ArrayList<>()).add(row);
          }
        }
      }
    }
    return rows;
  }

  private static boolean notices(Row row, RuleSwitch rule, Stage stage) {
    rule.off();
    try {
      return !stage.verdict(row).isEmpty();
    } finally {
      rule.on();
    }
  }
}
