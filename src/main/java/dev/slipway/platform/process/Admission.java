package dev.slipway.platform.process;

import dev.slipway.model.DatabaseUser;
import dev.slipway.model.Settings;
import dev.slipway.model.Wanted;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Lets users into a running Redis, and out of it. Whoever is connected stays so with another
/// password or other rules, which hold from the next command on; only who may not come in any more
/// is cut off.
record Admission(Control control, ControlKey key) {
  /// Has exactly these users let in.
  ///
  /// One whose rule this Redis does not know keeps no other out, and is let in nowhere: what was
  /// granted before is not what is wanted any more.
  void admit(DatabaseFolder folder, Wanted wanted) throws IOException {
    Settings settings = Settings.wantedBy(wanted);
    try (RedisConnection redis = control.connect(folder)) {
      Map<String, String> refused = new TreeMap<>();
      Set<String> admitted = new HashSet<>();
      for (Users.Line line :
          Users.standing(settings.passwordHash(), key.passwordHash(folder.id()))) {
        redis.exchange(List.of(line.command())).getFirst().text();
        admitted.add(line.name());
      }
      admitGuests(redis, wanted.users(), admitted, refused);
      removeOthers(redis, admitted);
      keep(redis, folder, wanted, refused);
    }
  }

  /// Notes that a Redis which has just read its file of users lets in those that are in it.
  void recall(DatabaseFolder folder, Wanted wanted) throws IOException {
    Map<String, String> refused = new TreeMap<>();
    for (DatabaseUser guest : wanted.users()) {
      Users.flaw(guest).ifPresent(flaw -> refused.put(guest.name(), flaw));
    }
    try (RedisConnection redis = control.connect(folder)) {
      keep(redis, folder, wanted, refused);
    }
  }

  private static void keep(
      RedisConnection redis, DatabaseFolder folder, Wanted wanted, Map<String, String> refused)
      throws IOException {
    List<String> listed = Report.texts(redis.call("ACL", "LIST"));
    String users = Settings.wantedBy(wanted).users();
    new LastAdmission(users, LastAdmission.seal(listed), refused).keep(folder);
  }

  private static void admitGuests(
      RedisConnection redis,
      List<DatabaseUser> guests,
      Set<String> admitted,
      Map<String, String> refused)
      throws IOException {
    List<DatabaseUser> asked = new ArrayList<>();
    for (DatabaseUser guest : guests) {
      Users.flaw(guest)
          .ifPresentOrElse(flaw -> refused.put(guest.name(), flaw), () -> asked.add(guest));
    }
    List<Reply> replies =
        redis.exchange(asked.stream().map(guest -> Users.guest(guest).command()).toList());
    for (int i = 0; i < asked.size(); i++) {
      String name = asked.get(i).name();
      if (replies.get(i) instanceof Reply.Refusal(String words)) {
        refused.put(name, words.replaceFirst("^ERR ", ""));
      } else {
        admitted.add(name);
      }
    }
  }

  private static void removeOthers(RedisConnection redis, Set<String> admitted) throws IOException {
    List<String> command = new ArrayList<>(List.of("ACL", "DELUSER"));
    Report.texts(redis.call("ACL", "USERS")).stream()
        .filter(name -> !admitted.contains(name))
        .forEach(command::add);
    if (command.size() > 2) {
      redis.exchange(List.of(command)).getFirst().text();
    }
  }
}
