package dev.slipway.store.sql;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the texts that were read last say. Rows are read far more often than they change, and what
/// is made of them is never changed, so it can be given out again.
///
/// For use by many threads; the text that was not read for longest is forgotten first.
final class LastRead {
  /// A longer one is rare, and its place is better given to many.
  private static final int LONGEST = 16 << 10;

  private final Map<Document, Object> parsed;

  private record Document(Class<?> type, String text) {}

  /// Turns a text into a value of a type.
  interface Parser {
    <T> T parse(String text, Class<T> type);
  }

  /// @param most how many texts it remembers, each of 16 Ki characters at most
  LastRead(int most) {
    parsed =
        new LinkedHashMap<>(16, 0.75f, true) {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<Document, Object> eldest) {
            return size() > most;
          }
        };
  }

  /// What a text says. Two threads may parse the same one at the same time.
  <T> T read(Class<T> type, String text, Parser parser) {
    if (text.length() > LONGEST) {
      return parser.parse(text, type);
    }
    Document document = new Document(type, text);
    @Nullable Object known;
    synchronized (parsed) {
      known = parsed.get(document);
    }
    if (known != null) {
      return type.cast(known);
    }
    T read = parser.parse(text, type);
    synchronized (parsed) {
      parsed.put(document, read);
    }
    return read;
  }
}
