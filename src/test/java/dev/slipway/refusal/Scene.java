package dev.slipway.refusal;

import dev.slipway.api.Making;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an account has before a request comes.
///
/// @param name as the table calls it
/// @param has in words; whatever is not said to be otherwise is active
/// @param making the server
/// @param play brings it about, over HTTP
record Scene(String name, String has, Making making, Consumer<Stage> play) {
  private static final Map<String, Scene> ALL =
      Stream.of(
              SubscriptionScenes.all(),
              DatabaseScenes.all(),
              MachineScenes.all(),
              ActiveActiveScenes.all(),
              AclScenes.all(),
              ConnectivityScenes.all(),
              RedirectionScenes.all())
          .flatMap(List::stream)
          .collect(Collectors.toMap(Scene::name, Function.identity()));

  /// On a usual server.
  static Scene of(String name, String has, Consumer<Stage> play) {
    return new Scene(name, has, Making.USUAL, play);
  }

  static Scene named(String name) {
    Scene scene = ALL.get(name);
    if (scene == null) {
      throw new IllegalArgumentException("no scene is called " + name);
    }
    return scene;
  }

  @Override
  public String toString() {
    return name + " (" + has + ")";
  }
}
