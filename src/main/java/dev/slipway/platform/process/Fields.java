package dev.slipway.platform.process;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/// Numbers by their names, in an answer to INFO. One that is missing is 0: engines differ.
record Fields(Map<String, String> texts) {
  /// Out of one value such as `keys=3,expires=1`.
  static Fields of(String value) {
    return new Fields(
        Arrays.stream(value.split(",", -1))
            .map(pair -> pair.split("=", 2))
            .filter(pair -> pair.length == 2)
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1], (first, _) -> first)));
  }

  /// @throws NumberFormatException when it is none
  long whole(String name) {
    return Long.parseLong(texts.getOrDefault(name, "0"));
  }

  /// @throws NumberFormatException when it is none
  double decimal(String name) {
    return Double.parseDouble(texts.getOrDefault(name, "0"));
  }
}
