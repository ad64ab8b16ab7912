package dev.slipway.store.sql;

import dev.slipway.model.Kind;
import dev.slipway.store.Census;
import java.util.Map;
import java.util.stream.Collectors;

record SqlCensus(Sql sql) implements Census {
  private record Count(String word, long many) {}

  @Override
  public Map<String, Long> databases() {
    return sql
        .list(
            "SELECT status, count(*) AS many FROM resource WHERE kind = ? GROUP BY status",
            row -> new Count(row.text("status"), row.big("many")),
            Kind.DATABASE.name())
        .stream()
        .collect(Collectors.toMap(Count::word, Count::many));
  }

  @Override
  public Queues queues() {
    return sql.first(
            """
            SELECT coalesce(sum(next_number - 1), 0) AS submitted, coalesce(sum(waiting), 0) AS waiting,
                count(running) AS running, coalesce(max(waiting), 0) AS deepest
            FROM lane
            """,
            row ->
                new Queues(
                    row.big("submitted"),
                    row.big("waiting"),
                    row.big("running"),
                    row.big("deepest")))
        .orElseThrow();
  }
}
