package dev.slipway.api.http;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A path as the route table reads it. Clients send final slashes, doubled slashes, an encoded
/// question mark instead of a query, and paths without `/v1` (client-contract 1.3): all of these
/// mean the plain form.
///
/// @param segments decoded, without the version
/// @param query the first value of each parameter
record RequestPath(List<String> segments, Map<String, String> query) {
  private static final String VERSION = "v1";

  /// Reads what the request line holds.
  ///
  /// @param rawPath before any decoding, without the query
  /// @param rawQuery before any decoding; may be empty
  static RequestPath of(String rawPath, String rawQuery) {
    int mark = encodedQuestionMark(rawPath);
    String path = mark < 0 ? rawPath : rawPath.substring(0, mark);
    var query = new HashMap<String, String>();
    if (mark >= 0) {
      parse(rawPath.substring(mark + 3), query);
    }
    parse(rawQuery, query);
    return new RequestPath(segments(path), query);
  }

  /// The plain form, such as `/subscriptions/5`.
  String canonical() {
    return "/" + String.join("/", segments);
  }

  private static int encodedQuestionMark(String path) {
    int upper = path.indexOf("%3F");
    return upper >= 0 ? upper : path.indexOf("%3f");
  }

  private static List<String> segments(String path) {
    var segments = new ArrayList<String>(6);
    int start = 0;
    while (start < path.length()) {
      int slash = path.indexOf('/', start);
      int end = slash < 0 ? path.length() : slash;
      if (end > start) {
        segments.add(decoded(path.substring(start, end)));
      }
      start = end + 1;
    }
    boolean versioned = !segments.isEmpty() && segments.getFirst().equals(VERSION);
    return versioned ? segments.subList(1, segments.size()) : segments;
  }

  private static void parse(String query, Map<String, String> into) {
    int start = 0;
    while (start < query.length()) {
      int and = query.indexOf('&', start);
      int end = and < 0 ? query.length() : and;
      int equals = query.indexOf('=', start);
      if (equals > start && equals < end) {
        into.putIfAbsent(
            decoded(query.substring(start, equals)), decoded(query.substring(equals + 1, end)));
      }
      start = end + 1;
    }
  }

  private static String decoded(String text) {
    try {
      return text.indexOf('%') < 0 && text.indexOf('+') < 0
          ? text
          : URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException _) {
      throw Refusal.of(400, "The path or query has a percent sign that encodes nothing.");
    }
  }
}
