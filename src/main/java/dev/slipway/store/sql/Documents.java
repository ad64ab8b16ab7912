package dev.slipway.store.sql;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.slipway.model.Command;
import dev.slipway.model.Secret;
import dev.slipway.store.CommandText;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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
public final class Documents {
  private static final Map<String, Class<? extends Command>> COMMANDS =
      records(Command.class).collect(Collectors.toMap(Class::getSimpleName, type -> type));

  private static final int SPECS_REMEMBERED = 256;

  private final JsonMapper json;
  private final LastRead specs;
  private final @Nullable LastRead commands;

  /// Whose secrets this box encrypts.
  public Documents(SecretBox box) {
    SimpleModule secrets = new SimpleModule("secrets");
    secrets.addSerializer(new Sealing(box));
    secrets.addDeserializer(Secret.class, new Opening(box));
    json =
        JsonMapper.builder()
            .addModule(secrets)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .changeDefaultPropertyInclusion(
                all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
            .build();
    specs = new LastRead(SPECS_REMEMBERED);
    commands = null;
  }

  private Documents(JsonMapper json, LastRead everything) {
    this.json = json;
    this.specs = everything;
    this.commands = everything;
  }

  /// The same, and no text is parsed twice, also of commands: for a program that reads few rows
  /// very often. It keeps everything that it has read.
  public Documents remembering() {
    return new Documents(json, new LastRead(Integer.MAX_VALUE));
  }

  String write(Object value) {
    return json.writeValueAsString(value);
  }

  /// A specification, or what else is read again and again as it was.
  <T> T read(String text, Class<T> type) {
    return specs.read(type, text, json::readValue);
  }

  /// A command is run once, so it is not worth a place among the specifications.
  Command command(String type, String text) {
    Class<? extends Command> record = commandClass(type);
    return commands == null
        ? json.readValue(text, record)
        : commands.read(record, text, json::readValue);
  }

  CommandText text(Command command) {
    return new CommandText(command.getClass().getSimpleName(), write(command));
  }

  private static Class<? extends Command> commandClass(String type) {
    Class<? extends Command> known = COMMANDS.get(type);
    if (known == null) {
      throw new IllegalStateException("the store holds an unknown command " + type);
    }
    return known;
  }

  /// Every record of the sealed family, by its own name.
  private static Stream<Class<? extends Command>> records(Class<? extends Command> family) {
    return family.isSealed()
        ? Stream.of(family.getPermittedSubclasses())
            .flatMap(member -> records(member.asSubclass(Command.class)))
        : Stream.of(family);
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
