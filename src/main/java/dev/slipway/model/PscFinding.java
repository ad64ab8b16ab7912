package dev.slipway.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// What a task found out about Private Service Connect (api-rules 1.7, client-contract 3.8).
public sealed interface PscFinding extends EmulatedFinding {
  /// The service.
  record PscService(int id, String connectionHostName, String serviceAttachmentName, String status)
      implements PscFinding {}

  /// Its endpoints.
  record PscEndpointList(int pscServiceId, List<PscEndpoint> endpoints) implements PscFinding {}

  /// One of them.
  record PscEndpoint(
      int id,
      String gcpProjectId,
      String gcpVpcName,
      String gcpVpcSubnetName,
      String endpointConnectionName,
      String status) {}

  /// How an endpoint is made, or taken down.
  record PscScripts(PscScript script) implements PscFinding {}

  /// The same in several languages.
  ///
  /// @param terraformGcp only where it was asked for
  record PscScript(String bash, String powershell, @Nullable PscTerraform terraformGcp) {}

  /// What a Terraform configuration needs to know.
  record PscTerraform(List<PscAttachment> serviceAttachments) {}

  /// One way into the service.
  record PscAttachment(
      String name, String dnsRecord, String ipAddressName, String forwardingRuleName) {}
}
