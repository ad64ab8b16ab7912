package dev.slipway.api.connectivity;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.api.http.Parameter;
import dev.slipway.model.Place;
import dev.slipway.model.PscCommand.CreatePscEndpoint;
import dev.slipway.model.PscCommand.CreatePscService;
import dev.slipway.model.PscCommand.DeletePscEndpoint;
import dev.slipway.model.PscCommand.DeletePscService;
import dev.slipway.model.PscCommand.NetworkChange;
import dev.slipway.model.PscCommand.ReadPscEndpoint;
import dev.slipway.model.PscCommand.ReadPscScript;
import dev.slipway.model.PscCommand.ReadPscService;
import dev.slipway.model.PscCommand.Script;
import dev.slipway.model.PscCommand.UpdatePscEndpoint;
import dev.slipway.model.PscEndpointSpec.Network;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// The operations on Private Service Connect.
public final class PscRoutes {
  private static final String FOR_TERRAFORM = "includeTerraformGcpScript";
  private static final Paths SINGLE =
      new Paths(Places.SUBSCRIPTION, "Psc", "PscServiceEndpoint", "", Places::single);

  /// The last two names are misspelt in the published description.
  private static final Paths REGIONAL =
      new Paths(
          Places.REGION,
          "ActiveActivePsc",
          "ActiveActivPscServiceEndpoint",
          " of one region",
          Places::region);

  private PscRoutes() {}

  /// The operations.
  public static List<Operation> operations() {
    return Stream.of(SINGLE, REGIONAL).flatMap(Paths::operations).toList();
  }

  /// The paths for one type of subscription.
  ///
  /// @param psc how the names of operations call the service
  /// @param scripted how they call an endpoint with a script
  /// @param where what the summaries add
  private record Paths(
      String end, String psc, String scripted, String where, Function<Call, Place> place) {
    private Stream<Operation> operations() {
      return Stream.of(services(), endpoints(), scripts()).flatMap(List::stream);
    }

    private String service() {
      return end + "/private-service-connect";
    }

    private String endpoint() {
      return service() + "/{pscServiceId}/endpoints/{endpointId}";
    }

    private List<Operation> services() {
      return List.of(
          Operation.get(
                  service(), "get" + psc + "Service", "Tells of Private Service Connect" + where)
              .played()
              .submits(ReadPscService.class, call -> new ReadPscService(place.apply(call))),
          Operation.post(
                  service(), "create" + psc + "Service", "Makes Private Service Connect" + where)
              .played()
              .submits(CreatePscService.class, call -> new CreatePscService(place.apply(call))),
          Operation.delete(
                  service(), "delete" + psc + "Service", "Deletes Private Service Connect" + where)
              .played()
              .submits(DeletePscService.class, call -> new DeletePscService(place.apply(call))));
    }

    private List<Operation> endpoints() {
      String all = service() + "/{pscServiceId}";
      String name = psc + "ServiceEndpoint";
      return List.of(
          Operation.get(all, "get" + name + "s", "Tells of the endpoints" + where)
              .played()
              .submits(
                  ReadPscEndpoint.class,
                  call -> new ReadPscEndpoint(place.apply(call), serviceId(call))),
          Operation.post(all, "create" + name, "Describes an endpoint" + where)
              .played()
              .takes(PscEndpointBody.class)
              .submits(CreatePscEndpoint.class, this::create),
          Operation.put(
                  endpoint(), "update" + name, "Accepts, rejects or changes an endpoint" + where)
              .played()
              .takes(PscEndpointBody.Update.class)
              .submits(UpdatePscEndpoint.class, this::update),
          Operation.delete(endpoint(), "delete" + name, "Deletes an endpoint" + where)
              .played()
              .submits(
                  DeletePscEndpoint.class,
                  call ->
                      new DeletePscEndpoint(
                          place.apply(call), serviceId(call), call.number("endpointId"))));
    }

    private List<Operation> scripts() {
      return List.of(
          Operation.get(
                  endpoint() + "/creationScripts",
                  "get" + scripted + "CreationScript",
                  "Tells the script that makes an endpoint" + where)
              .asking(
                  Parameter.optional(
                      FOR_TERRAFORM, Boolean.class, "whether Terraform makes the endpoint"))
              .played()
              .submits(ReadPscScript.class, call -> script(call, creation(call))),
          Operation.get(
                  endpoint() + "/deletionScripts",
                  "get" + scripted + "DeletionScript",
                  "Tells the script that takes an endpoint down" + where)
              .played()
              .submits(ReadPscScript.class, call -> script(call, Script.DELETION)));
    }

    private CreatePscEndpoint create(Call call, PscEndpointBody body) {
      return new CreatePscEndpoint(
          place.apply(call),
          serviceId(call),
          new Network(
              body.gcpProjectId(),
              body.gcpVpcName(),
              body.gcpVpcSubnetName(),
              body.endpointConnectionName()));
    }

    private UpdatePscEndpoint update(Call call, PscEndpointBody.Update body) {
      return new UpdatePscEndpoint(
          place.apply(call),
          serviceId(call),
          call.number("endpointId"),
          body.action(),
          new NetworkChange(
              body.gcpProjectId(),
              body.gcpVpcName(),
              body.gcpVpcSubnetName(),
              body.endpointConnectionName()));
    }

    private ReadPscScript script(Call call, Script script) {
      return new ReadPscScript(
          place.apply(call), serviceId(call), call.number("endpointId"), script);
    }

    private static Script creation(Call call) {
      return "true".equals(call.query().get(FOR_TERRAFORM))
          ? Script.CREATION_BY_TERRAFORM
          : Script.CREATION;
    }

    private static int serviceId(Call call) {
      return call.number("pscServiceId");
    }
  }
}
