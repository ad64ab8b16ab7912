package dev.slipway.e2e;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// An answer in the text format of Prometheus, read back.
///
/// @param all one line each
record Samples(List<Sample> all) {
  private static final Pattern COMMENT =
      Pattern.compile("# (HELP [a-z_]+ .+|TYPE [a-z_]+ (gauge|counter|histogram))");
  private static final Pattern SAMPLE =
      Pattern.compile("([a-z_]+)(?:\\{((?:[a-z]+=\"[^\"]*\",?)*)})? ([0-9.E+-]+|NaN)");
  private static final Pattern LABEL = Pattern.compile("([a-z]+)=\"([^\"]*)\"");

  /// One value.
  record Sample(String name, Map<String, String> labels, double value) {}

  /// @throws AssertionError when a line is not of the format
  static Samples of(Reply reply) {
    if (reply.status() != 200) {
      throw new AssertionError("no metrics: " + reply);
    }
    return new Samples(
        reply
            .text()
            .lines()
            .filter(line -> !COMMENT.matcher(line).matches())
            .map(Samples::sample)
            .toList());
  }

  private static Sample sample(String line) {
    Matcher parts = SAMPLE.matcher(line);
    if (!parts.matches()) {
      throw new AssertionError("not a sample: " + line);
    }
    Map<String, String> labels =
        parts.group(2) == null
            ? Map.of()
            : LABEL
                .matcher(parts.group(2))
                .results()
                .collect(Collectors.toMap(label -> label.group(1), label -> label.group(2)));
    return new Sample(parts.group(1), labels, Double.parseDouble(parts.group(3)));
  }

  /// The names.
  Set<String> names() {
    return all.stream().map(Sample::name).collect(Collectors.toSet());
  }

  /// The sum of what has this name and this label; 0 when there is none.
  double value(String name, String label, String value) {
    return all.stream()
        .filter(sample -> sample.name().equals(name))
        .filter(sample -> value.equals(sample.labels().get(label)))
        .mapToDouble(Sample::value)
        .sum();
  }

  /// The sum of what has this name.
  double value(String name) {
    return all.stream()
        .filter(sample -> sample.name().equals(name))
        .mapToDouble(Sample::value)
        .sum();
  }
}
