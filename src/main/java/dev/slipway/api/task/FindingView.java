package dev.slipway.api.task;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.slipway.model.CidrList;
import dev.slipway.model.CostReport;
import dev.slipway.model.EmulatedFinding;
import dev.slipway.model.Finding;
import dev.slipway.model.NothingYet;
import dev.slipway.model.Prices;
import dev.slipway.model.TransferFinding;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a task found out as the API shows it, in `response.resource` (api-rules 1.7).
final class FindingView {
  private FindingView() {}

  static @Nullable Object of(@Nullable Finding finding) {
    return switch (finding) {
      case null -> null;
      case Prices prices -> prices;
      case CostReport.Name name -> name;
      case NothingYet _ -> Map.of();
      case TransferFinding transfer -> TransferView.of(transfer);
      case EmulatedFinding played -> new Played(played, new Played.Extension(true));
      case CidrList list -> new Cidrs(list.cidrIps(), list.securityGroupIds(), List.of());
    };
  }

  /// What is only played, with what this server says to it.
  record Played(
      @JsonUnwrapped EmulatedFinding found, @JsonProperty("x-slipway") Extension extension) {
    /// @param emulated that no cloud was asked
    record Extension(boolean emulated) {}
  }

  /// Read in snake case, written in camel case (client-contract 3.3).
  record Cidrs(
      @JsonProperty("cidr_ips") List<String> cidrIps,
      @JsonProperty("security_group_ids") List<String> securityGroupIds,
      List<String> errors) {}
}
