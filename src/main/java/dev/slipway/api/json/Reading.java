package dev.slipway.api.json;

import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says in the API's words why a value could not be read.
final class Reading {
  /// How the JSON library opens its complaint about a name that comes twice.
  private static final String TWICE = "Duplicate Object property ";

  private Reading() {}

  /// The fault behind an exception of the JSON library.
  static Fault fault(JacksonException e) {
    return new Fault(field(e.getPath()), sentence(e));
  }

  /// What is wrong with a text that is not JSON, or not within the limits.
  static String malformed(JacksonException e) {
    var place = e.getLocation();
    boolean known = place != null && place.getLineNr() > 0;
    return fault(e, String.valueOf(e.getOriginalMessage()))
        + (known ? " (line " + place.getLineNr() + ", column " + place.getColumnNr() + ")" : "");
  }

  /// Never the library's own words, which name its classes and switches.
  private static String fault(JacksonException e, String words) {
    return switch (e) {
      case StreamConstraintsException _ ->
          "the body goes beyond a limit; send a depth of %d at most, and shorter names and numbers"
              .formatted(Json.DEPTH);
      case UnexpectedEndOfInputException _ ->
          "the body ends before its JSON does; send one whole object";
      case MismatchedInputException _ ->
          "something follows the JSON of the body; send one object alone";
      default ->
          words.startsWith(TWICE)
              ? "a field comes twice: " + words.substring(TWICE.length()) + "; send it once"
              : "the body is not JSON here; send one JSON object";
    };
  }

  private static String sentence(JacksonException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown -> unknown(unknown);
      case InputCoercionException large -> "must be " + kind(large.getTargetType());
      case MismatchedInputException wrong when wrong.getTargetType() != null ->
          wrong.getTargetType().isEnum()
              ? wrong.getOriginalMessage()
              : "must be " + kind(wrong.getTargetType());
      default -> "cannot be read; send a value as the API describes it";
    };
  }

  private static String unknown(UnrecognizedPropertyException e) {
    List<String> known = e.getKnownPropertyIds().stream().map(Object::toString).sorted().toList();
    return "Unrecognized field"
        + NearestName.of(e.getPropertyName(), known)
            .map(name -> "; did you mean \"" + name + "\"?")
            .orElse("; known fields: " + String.join(", ", known));
  }

  private static String kind(Class<?> type) {
    if (type == String.class) {
      return "a string of whole characters";
    }
    if (type == Integer.class || type == int.class) {
      return "a whole number of 32 bits";
    }
    if (type == Long.class || type == long.class) {
      return "a whole number of 64 bits";
    }
    if (type == Double.class) {
      return "a finite number";
    }
    if (type == Boolean.class) {
      return "true or false";
    }
    return Iterable.class.isAssignableFrom(type) ? "a list" : "an object";
  }

  private static String field(List<JacksonException.Reference> path) {
    return path.stream()
        .map(
            step ->
                step.getPropertyName() == null
                    ? "[" + step.getIndex() + "]"
                    : "." + Decoder.shown(step.getPropertyName()))
        .collect(Collectors.joining())
        .replaceFirst("^\\.", "");
  }
}
