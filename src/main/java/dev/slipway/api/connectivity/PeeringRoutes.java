package dev.slipway.api.connectivity;

import dev.slipway.api.http.Call;
import dev.slipway.api.http.Operation;
import dev.slipway.model.PeeringCommand.Blocks;
import dev.slipway.model.PeeringCommand.CreatePeering;
import dev.slipway.model.PeeringCommand.DeletePeering;
import dev.slipway.model.PeeringCommand.Peer;
import dev.slipway.model.PeeringCommand.ReadPeering;
import dev.slipway.model.PeeringCommand.UpdatePeering;
import dev.slipway.model.Place;
import java.util.List;

/// The operations on VPC peerings.
public final class PeeringRoutes {
  private static final String SINGLE = Places.SUBSCRIPTION + "/peerings";
  private static final String REGIONAL = Places.ALL_REGIONS + "/peerings";
  private static final String ONE = "/{peeringId}";

  private PeeringRoutes() {}

  /// The operations.
  public static List<Operation> operations() {
    return List.of(
        Operation.get(SINGLE, "getVpcPeering", "Tells of the VPC peerings, in a task")
            .played()
            .submits(ReadPeering.class, call -> new ReadPeering(Places.single(call))),
        Operation.post(SINGLE, "createVpcPeering", "Makes a VPC peering")
            .played()
            .takes(PeeringBody.class)
            .submits(CreatePeering.class, PeeringRoutes::create),
        Operation.put(SINGLE + ONE, "updateVpcPeering", "Changes the blocks of a VPC peering")
            .played()
            .takes(PeeringBody.Update.class)
            .submits(UpdatePeering.class, (call, body) -> update(call, Places.single(call), body)),
        Operation.delete(SINGLE + ONE, "deleteVpcPeering", "Deletes a VPC peering")
            .played()
            .submits(DeletePeering.class, call -> delete(call, Places.single(call))),
        Operation.get(
                REGIONAL,
                "getActiveActiveVpcPeerings",
                "Tells of the VPC peerings of all regions, in a task")
            .played()
            .submits(ReadPeering.class, call -> new ReadPeering(Places.everywhere(call))),
        Operation.post(
                REGIONAL, "createActiveActiveVpcPeering", "Makes a VPC peering with one region")
            .played()
            .takes(PeeringBody.Regional.class)
            .submits(CreatePeering.class, PeeringRoutes::createRegional),
        Operation.put(
                REGIONAL + ONE,
                "updateActiveActiveVpcPeering",
                "Changes the blocks of a VPC peering with one region")
            .played()
            .takes(PeeringBody.Update.class)
            .submits(
                UpdatePeering.class, (call, body) -> update(call, Places.everywhere(call), body)),
        Operation.delete(
                REGIONAL + ONE,
                "deleteActiveActiveVpcPeering",
                "Deletes a VPC peering with one region")
            .played()
            .submits(DeletePeering.class, call -> delete(call, Places.everywhere(call))));
  }

  private static CreatePeering create(Call call, PeeringBody body) {
    return new CreatePeering(
        Places.single(call),
        new Peer(
            body.provider(),
            null,
            body.region(),
            body.awsAccountId(),
            body.vpcId(),
            new Blocks(body.vpcCidr(), body.vpcCidrs()),
            body.vpcProjectUid(),
            body.vpcNetworkName()));
  }

  private static CreatePeering createRegional(Call call, PeeringBody.Regional body) {
    return new CreatePeering(
        Places.everywhere(call),
        new Peer(
            body.provider(),
            body.sourceRegion(),
            body.destinationRegion(),
            body.awsAccountId(),
            body.vpcId(),
            new Blocks(body.vpcCidr(), body.vpcCidrs()),
            body.vpcProjectUid(),
            body.vpcNetworkName()));
  }

  private static UpdatePeering update(Call call, Place place, PeeringBody.Update body) {
    int id = call.number("peeringId");
    return new UpdatePeering(place, id, new Blocks(body.vpcCidr(), body.vpcCidrs()));
  }

  private static DeletePeering delete(Call call, Place place) {
    return new DeletePeering(place, call.number("peeringId"));
  }
}
