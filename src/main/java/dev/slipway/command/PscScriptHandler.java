package dev.slipway.command;

import dev.slipway.model.Course;
import dev.slipway.model.PscCommand.ReadPscScript;
import dev.slipway.model.PscCommand.Script;
import dev.slipway.model.PscEndpointSpec;
import dev.slipway.model.PscEndpointSpec.Network;
import dev.slipway.model.PscFinding.PscAttachment;
import dev.slipway.model.PscFinding.PscScript;
import dev.slipway.model.PscFinding.PscScripts;
import dev.slipway.model.PscFinding.PscTerraform;
import dev.slipway.model.Resource;
import java.util.List;

/// Tells the scripts that make an endpoint in the user's network and take it down there. No cloud
/// is asked whether they were run, and so a script that was fetched is taken for run. Only for
/// Terraform the endpoint stays as it was described: it fetches the script with every refresh.
record PscScriptHandler(PscRows rows) {
  private static final String WARNING = "# Emulated: at Google there is nothing to connect to.\n";

  Outcome read(ReadPscScript command, Turn turn) {
    var service = rows.service(command.place(), Siblings.READ_PSC, command.serviceId(), turn);
    var endpoint = PscRows.endpoint(service, command.endpointId(), turn);
    var subscription = turn.subscription(command.place().subscriptionId());
    String region = rows.places().regionName(command.place(), subscription.spec());
    var script =
        switch (command.script()) {
          case CREATION, CREATION_BY_TERRAFORM ->
              creation(endpoint, region, command.script() == Script.CREATION_BY_TERRAFORM);
          case DELETION -> deletion(endpoint.spec().network(), region);
        };
    run(endpoint, command.script(), turn);
    return new Outcome.Accepted(endpoint.id(), new PscScripts(script));
  }

  private static void run(Resource<PscEndpointSpec> endpoint, Script script, Turn turn) {
    switch (script) {
      case CREATION -> {
        if (PscEndpointHandler.described(endpoint)) {
          var built = endpoint.spec().on(Course.PSC_ENDPOINT_BUILT);
          turn.tx().pscEndpoints().want(endpoint, built, built.course().start(), turn.now());
        }
      }
      case CREATION_BY_TERRAFORM -> {}
      case DELETION ->
          turn.tx().pscEndpoints().describe(endpoint, endpoint.spec().takenDownByScript());
    }
  }

  private static PscScript creation(
      Resource<PscEndpointSpec> endpoint, String region, boolean terraform) {
    var network = endpoint.spec().network();
    int service = endpoint.spec().serviceId();
    String attachment = PscServiceHandler.attachmentName(service, region);
    String text =
        WARNING
            + "gcloud compute addresses create %s --project=%s --region=%s --subnet=%s\n"
                .formatted(address(network), network.projectId(), region, network.vpcSubnetName())
            + "gcloud compute forwarding-rules create %s --project=%s --region=%s"
                .formatted(rule(network), network.projectId(), region)
            + " --network=%s --address=%s --target-service-attachment=%s\n"
                .formatted(network.vpcName(), address(network), attachment);
    var way =
        new PscAttachment(
            attachment,
            PscServiceHandler.hostName(service, region),
            address(network),
            rule(network));
    return new PscScript(text, text, terraform ? new PscTerraform(List.of(way)) : null);
  }

  private static PscScript deletion(Network network, String region) {
    String where = " --quiet --project=%s --region=%s\n".formatted(network.projectId(), region);
    String text =
        WARNING
            + "gcloud compute forwarding-rules delete "
            + rule(network)
            + where
            + "gcloud compute addresses delete "
            + address(network)
            + where;
    return new PscScript(text, text, null);
  }

  private static String address(Network network) {
    return network.connectionName() + "-address";
  }

  private static String rule(Network network) {
    return network.connectionName() + "-rule";
  }
}
