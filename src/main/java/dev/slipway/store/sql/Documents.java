package dev.slipway.store.sql;

import dev.slipway.model.Command;
import dev.slipway.model.Contradiction;
import dev.slipway.model.CreateDatabase;
import dev.slipway.model.CreateSubscription;
import dev.slipway.model.DeleteDatabase;
import dev.slipway.model.DeleteSubscription;
import dev.slipway.model.Secret;
import dev.slipway.model.UpdateDatabase;
import dev.slipway.model.UpdateSubscription;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.deser.std.StdDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

/// Specifications, commands and verdicts as JSON, read back into the same records. Every secret in
/// them is encrypted.
final class Documents {
  private final JsonMapper json;

  Documents(SecretBox box) {
    SimpleModule secrets = new SimpleModule("secrets");
    secrets.addSerializer(new Sealing(box));
    secrets.addDeserializer(Secret.class, new Opening(box));
    json =
        JsonMapper.builder()
            .addModule(secrets)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  String write(Object value) {
    return json.writeValueAsString(value);
  }

  <T> T read(String text, Class<T> type) {
    return json.readValue(text, type);
  }

  Command command(String type, String text) {
    return read(text, commandClass(type));
  }

  static String commandType(Command command) {
    return command.getClass().getSimpleName();
  }

  private static Class<? extends Command> commandClass(String type) {
    return switch (type) {
      case "CreateSubscription" -> CreateSubscription.class;
      case "UpdateSubscription" -> UpdateSubscription.class;
      case "DeleteSubscription" -> DeleteSubscription.class;
      case "CreateDatabase" -> CreateDatabase.class;
      case "UpdateDatabase" -> UpdateDatabase.class;
      case "DeleteDatabase" -> DeleteDatabase.class;
      case "Contradiction" -> Contradiction.class;
      default -> throw new IllegalStateException("the store holds an unknown command " + type);
    };
  }

  private static final class Sealing extends StdSerializer<Secret> {
    private final SecretBox box;

    Sealing(SecretBox box) {
      super(Secret.class);
      this.box = box;
    }

    @Override
    public void serialize(Secret secret, JsonGenerator out, SerializationContext context) {
      out.writeString(box.seal(secret));
    }
  }

  private static final class Opening extends StdDeserializer<Secret> {
    private final SecretBox box;

    Opening(SecretBox box) {
      super(Secret.class);
      this.box = box;
    }

    @Override
    public Secret deserialize(JsonParser in, DeserializationContext context) {
      return box.open(in.getValueAsString());
    }
  }
}
