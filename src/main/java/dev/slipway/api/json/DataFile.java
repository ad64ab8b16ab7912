package dev.slipway.api.json;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads a data file into a record: every field must be there, and only texts may be null.
public final class DataFile {
  private DataFile() {}

  /// The record in this text.
  ///
  /// @throws IllegalArgumentException naming the first fault and its place
  public static <T> T read(byte[] text, Class<T> type) {
    try {
      return mapper().readValue(text, type);
    } catch (JacksonException e) {
      Fault fault = Reading.fault(e);
      var place = e.getLocation();
      throw new IllegalArgumentException(
          fault + (place == null ? "" : ", line " + place.getLineNr()), e);
    }
  }

  private static JsonMapper mapper() {
    return Json.MAPPER
        .rebuild()
        .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
        .changeDefaultNullHandling(_ -> JsonSetter.Value.construct(Nulls.FAIL, Nulls.FAIL))
        .withConfigOverride(
            String.class,
            text -> text.setNullHandling(JsonSetter.Value.construct(Nulls.SET, Nulls.SET)))
        .build();
  }
}
