package dev.slipway.api.json;

import dev.slipway.model.SubscriptionSpec;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;
import tools.jackson.databind.module.SimpleDeserializers;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// How the API spells enums: lower case with dashes, clouds in upper case. Read in any case,
/// because published samples differ (api-rules 3.1).
public final class Words {
  private Words() {}

  /// The API's word for a constant, such as `aof-every-1-second`.
  public static String word(Enum<?> constant) {
    return switch (constant) {
      case Spelled other -> other.spelling();
      case SubscriptionSpec.Provider provider -> provider.name();
      default -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    };
  }

  /// Teaches a mapper the rule.
  static SimpleModule module() {
    var module = new SimpleModule("words");
    module.setDeserializers(
        new SimpleDeserializers() {
          @Override
          public ValueDeserializer<?> findEnumDeserializer(
              JavaType type, DeserializationConfig config, BeanDescription.Supplier bean) {
            return new Reader(type.getRawClass());
          }
        });
    module.addSerializer(new Writer());
    return module;
  }

  private static final class Writer extends StdSerializer<Enum<?>> {
    Writer() {
      super(Enum.class);
    }

    @Override
    public void serialize(Enum<?> value, JsonGenerator out, SerializationContext context) {
      out.writeString(word(value));
    }
  }

  private static final class Reader extends StdDeserializer<Object> {
    private final Map<String, Object> constants;
    private final String choices;

    Reader(Class<?> type) {
      super(type);
      var all = Arrays.stream(type.getEnumConstants()).map(Enum.class::cast).toList();
      constants = all.stream().collect(Collectors.toMap(c -> key(word(c)), Function.identity()));
      choices = all.stream().map(Words::word).collect(Collectors.joining(", ", "[", "]"));
    }

    @Override
    public Object deserialize(JsonParser in, DeserializationContext context) {
      String text = in.currentToken() == JsonToken.VALUE_STRING ? in.getString() : null;
      Object constant = text == null ? null : constants.get(key(text));
      if (constant == null) {
        throw InvalidFormatException.from(in, refusal(in, text), in.getString(), handledType());
      }
      return constant;
    }

    private String refusal(JsonParser in, @org.jspecify.annotations.Nullable String text) {
      return "Cannot deserialize value of type `mappings."
          + handledType().getSimpleName()
          + "` from "
          + (text == null ? in.currentToken().toString() : "String \"" + text + "\"")
          + ": not one of the values accepted for Enum class: "
          + choices;
    }

    private static String key(String word) {
      return word.toLowerCase(Locale.ROOT);
    }
  }
}
