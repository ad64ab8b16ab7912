package dev.slipway.platform.process;

import java.util.ArrayList;
import java.util.List;

/// Who may do what in a database: the tenant's `default` user and Slipway's own `slipway`.
///
/// The tenant has all keys, channels and commands but those that would take the process, its
/// settings, its files or its replication out of Slipway's hands. Passwords appear as SHA-256 only.
final class Users {
  /// Slipway's own user.
  static final String CONTROL = "slipway";

  private static final String TENANT_RULES =
      "~* &* +@all -config -debug -module -shutdown -replicaof -slaveof -migrate -sync -psync"
          + " -failover -save -bgsave -bgrewriteaof -acl|setuser -acl|deluser -acl|load -acl|save"
          + " -acl|log -client|pause -client|unpause -cluster|addslots -cluster|addslotsrange"
          + " -cluster|delslots -cluster|delslotsrange -cluster|flushslots -cluster|setslot"
          + " -cluster|meet -cluster|forget -cluster|reset -cluster|replicate -cluster|failover"
          + " -cluster|saveconfig -cluster|set-config-epoch -cluster|bumpepoch";

  private Users() {}

  /// The ACL file.
  ///
  /// @param tenantHash SHA-256 of the default user's password in hex, or empty when it is off
  static String aclFile(String tenantHash, String controlHash) {
    return "user default reset "
        + String.join(" ", login(tenantHash))
        + " "
        + TENANT_RULES
        + "\n"
        + "user "
        + CONTROL
        + " reset on #"
        + controlHash
        + " ~* &* +@all\n";
  }

  /// The command that changes the default user's password in a running Redis; connected clients
  /// stay.
  static List<String> changeLogin(String tenantHash) {
    List<String> words = new ArrayList<>(List.of("ACL", "SETUSER", "default"));
    words.addAll(login(tenantHash));
    return words;
  }

  private static List<String> login(String hash) {
    return hash.isEmpty() ? List.of("resetpass", "off") : List.of("resetpass", "#" + hash, "on");
  }
}
