package dev.slipway.refusal;

import dev.slipway.refusal.Row.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Reads `refusals.txt`, whose first lines say how it is written.
public final class RefusalTable {
  private static final String FILE = "refusals.txt";

  private final List<Row> rows = new ArrayList<>();
  private String operation = "";
  private List<Change> good = List.of();

  private RefusalTable() {}

  /// All rows, in the order of the file.
  public static List<Row> rows() {
    var table = new RefusalTable();
    try (InputStream in =
        Objects.requireNonNull(RefusalTable.class.getResourceAsStream(FILE), FILE)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      List<String> lines = text.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        table.read(i + 1, lines.get(i));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(table.rows);
  }

  private void read(int number, String line) {
    if (line.isBlank() || line.startsWith("#")) {
      return;
    }
    if (line.startsWith("== ")) {
      operation = line.substring(3).strip();
      good = List.of();
    } else if (line.startsWith("good ")) {
      good = changes(line.substring(5));
    } else {
      rows.add(row(number, line));
    }
  }

  private Row row(int number, String line) {
    String[] cells = line.split("\\s+\\|\\s+", -1);
    if (cells.length != 4) {
      throw new IllegalArgumentException(FILE + ":" + number + ": a row has four cells: " + line);
    }
    return new Row(
        number,
        operation,
        good,
        Scene.named(cells[0].strip()),
        changes(cells[1]),
        refusal(cells[2].strip(), cells[3].strip()));
  }

  private static List<Change> changes(String cell) {
    return Stream.of(cell.split("; ", -1))
        .filter(text -> !text.isBlank() && !text.strip().equals("-"))
        .map(Change::parse)
        .toList();
  }

  private static Refusal refusal(String answer, String names) {
    boolean inTask = answer.startsWith("task ");
    String[] words = (inTask ? answer.substring(5) : answer).split(" ", -1);
    String type = words.length > 1 ? words[1] : "";
    return new Refusal(inTask, Integer.parseInt(words[0]), type, names);
  }
}
