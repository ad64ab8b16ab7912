package clients

import (
	"fmt"
	"strings"

	"github.com/RedisLabs/rediscloud-go-api/redis"
	"github.com/RedisLabs/rediscloud-go-api/service/databases"
	"github.com/RedisLabs/rediscloud-go-api/service/privatelink"
	"github.com/RedisLabs/rediscloud-go-api/service/regions"
	"github.com/RedisLabs/rediscloud-go-api/service/subscriptions"
)

// activeActive makes a subscription in two regions and a database with a value of one region's own.
func (w *walk) activeActive() {
	ctx := w.Context()
	region := func(name, cidr string) *subscriptions.CreateRegion {
		return &subscriptions.CreateRegion{Region: redis.String(name),
			Networking: &subscriptions.CreateNetworking{DeploymentCIDR: redis.String(cidr)}}
	}
	local := func(name string) *subscriptions.CreateLocalThroughput {
		return &subscriptions.CreateLocalThroughput{Region: redis.String(name),
			ReadOperationsPerSecond: redis.Int(1000), WriteOperationsPerSecond: redis.Int(1000)}
	}
	id, err := w.api.Subscription.Create(ctx, subscriptions.CreateSubscription{
		Name: redis.String("world"), DeploymentType: redis.String("active-active"),
		PaymentMethod: redis.String("marketplace"),
		CloudProviders: []*subscriptions.CreateCloudProvider{{
			Provider: redis.String("AWS"), CloudAccountID: redis.Int(1),
			Regions: []*subscriptions.CreateRegion{
				region("us-east-2", "10.0.2.0/24"), region("us-east-1", "10.0.1.0/24")},
		}},
		Databases: []*subscriptions.CreateDatabase{{
			Name: redis.String("planned"), Protocol: redis.String("redis"), DatasetSizeInGB: redis.Float64(0.1),
			Quantity:                   redis.Int(1),
			LocalThroughputMeasurement: []*subscriptions.CreateLocalThroughput{local("us-east-1"), local("us-east-2")},
		}},
	})
	w.done(err)
	w.world = id
	w.until("active world", w.now(id))
	planned := w.onlyDatabase(id)
	w.until("active planned", w.databaseNow(id, planned))
	w.endDatabase(id, planned)
	w.crdb, err = w.api.Database.ActiveActiveCreate(ctx, id, databases.CreateActiveActiveDatabase{
		DryRun: redis.Bool(false), Name: redis.String("crdb"), DatasetSizeInGB: redis.Float64(0.1),
		DataEvictionPolicy: redis.String("noeviction"), GlobalDataPersistence: redis.String("none"),
		LocalThroughputMeasurement: []*databases.LocalThroughput{
			{Region: redis.String("us-east-1"), ReadOperationsPerSecond: redis.Int(1000), WriteOperationsPerSecond: redis.Int(1000)},
			{Region: redis.String("us-east-2"), ReadOperationsPerSecond: redis.Int(1000), WriteOperationsPerSecond: redis.Int(1000)}},
	})
	w.done(err)
	w.until("active crdb", w.databaseNow(id, w.crdb))
	w.localProperties()
}

func (w *walk) localProperties() {
	ctx := w.Context()
	w.done(w.api.Database.ActiveActiveUpdate(ctx, w.world, w.crdb, databases.UpdateActiveActiveDatabase{
		GlobalDataPersistence: redis.String("aof-every-1-second"), GlobalAlerts: &[]*databases.Alert{},
		Regions: []*databases.LocalRegionProperties{{
			Region: redis.String("us-east-1"), DataPersistence: redis.String("none")}},
	}))
	w.until("active crdb", w.databaseNow(w.world, w.crdb))
	it, err := w.api.Database.GetActiveActive(ctx, w.world, w.crdb)
	w.done(err)
	var shown []string
	for _, each := range it.CrdbDatabases {
		shown = append(shown, redis.StringValue(each.Region)+" "+redis.StringValue(each.DataPersistence))
	}
	w.same(strings.Join(shown, ", "), "us-east-1 none, us-east-2 aof-every-1-second")
	certificate, err := w.api.Database.GetCertificate(ctx, w.world, w.crdb)
	w.done(err)
	w.same(strings.SplitN(certificate.PublicCertificatePEMString, "\n", 2)[0], "-----BEGIN CERTIFICATE-----")
}

// regions adds one and takes it away again.
func (w *walk) regions() {
	ctx := w.Context()
	_, err := w.api.Regions.Create(ctx, w.world, regions.CreateRegion{
		Region: redis.String("eu-west-1"), DeploymentCIDR: redis.String("10.0.3.0/24"),
		Databases: []*regions.CreateDatabase{{Name: redis.String("crdb"),
			LocalThroughputMeasurement: &regions.CreateLocalThroughput{Region: redis.String("eu-west-1"),
				ReadOperationsPerSecond: redis.Int(500), WriteOperationsPerSecond: redis.Int(500)}}},
	})
	w.done(err)
	w.until("active world", w.now(w.world))
	w.until("active crdb", w.databaseNow(w.world, w.crdb))
	w.until("eu-west-1 us-east-1 us-east-2", w.regionsNow)
	w.done(w.api.Regions.DeleteWithQuery(ctx, w.world,
		regions.DeleteRegions{Regions: []*regions.DeleteRegion{{Region: redis.String("eu-west-1")}}}))
	w.until("us-east-1 us-east-2", w.regionsNow)
	w.until("active world", w.now(w.world))
	w.until("active crdb", w.databaseNow(w.world, w.crdb))
}

func (w *walk) regionsNow() (string, error) {
	all, err := w.api.Regions.List(w.Context(), w.world)
	if err != nil {
		return "", err
	}
	var names []string
	for _, each := range all.Regions {
		names = append(names, redis.StringValue(each.Region))
	}
	return strings.Join(names, " "), nil
}

// regionalConnectivity has a peering, a gateway and a link in one region, and takes them down.
func (w *walk) regionalConnectivity() {
	ctx := w.Context()
	all, err := w.api.Regions.List(ctx, w.world)
	w.done(err)
	region := redis.IntValue(all.Regions[0].RegionId)
	w.regionalPeering()
	w.regionalGateway(region)

	w.done(w.api.PrivateLink.CreateActiveActivePrivateLink(ctx, w.world, region, link()))
	linkNow := func() (string, error) {
		it, err := w.api.PrivateLink.GetActiveActivePrivateLink(ctx, w.world, region)
		return linked(it), err
	}
	w.until("active 1", linkNow)
	_, err = w.api.PrivateLink.GetActiveActivePrivateLinkEndpointScript(ctx, w.world, region)
	w.done(err)
	w.done(w.api.PrivateLink.DeleteActiveActivePrincipal(ctx, w.world, region, awsAccount))
	w.until("active 0", linkNow)
	w.done(w.api.PrivateLink.DeleteActiveActivePrivateLink(ctx, w.world, region))
	gone[*privatelink.NotFoundActiveActive](w, linkNow)
}

func (w *walk) regionalPeering() {
	ctx := w.Context()
	id, err := w.api.Subscription.CreateActiveActiveVPCPeering(ctx, w.world, subscriptions.CreateActiveActiveVPCPeering{
		SourceRegion: redis.String("us-east-1"), DestinationRegion: redis.String("eu-west-1"),
		AWSAccountID: redis.String(awsAccount), VPCId: redis.String("vpc-1"), VPCCidr: redis.String("172.16.0.0/16"),
	})
	w.done(err)
	now := func() (string, error) {
		all, err := w.api.Subscription.ListActiveActiveVPCPeering(ctx, w.world)
		for _, region := range all {
			for _, each := range region.VPCPeerings {
				if redis.IntValue(each.ID) == id {
					return fmt.Sprint(redis.StringValue(region.SourceRegion), " ", redis.StringValue(each.Status)), nil
				}
			}
		}
		return "none", err
	}
	w.until("us-east-1 active", now)
	w.done(w.api.Subscription.DeleteActiveActiveVPCPeering(ctx, w.world, id))
	w.until("none", now)
}

func (w *walk) regionalGateway(region int) {
	ctx := w.Context()
	all := w.api.TransitGatewayAttachments
	invitations, err := all.ListInvitationsActiveActive(ctx, w.world, region)
	w.there(len(invitations), err)
	w.done(all.AcceptInvitationActiveActive(ctx, w.world, region, redis.IntValue(invitations[0].Id)))
	task, err := all.GetActiveActive(ctx, w.world, region)
	w.done(err)
	id := redis.IntValue(task.Response.Resource.TransitGatewayAttachment[0].Id)
	_, err = all.CreateActiveActive(ctx, w.world, region, id)
	w.done(err)
	now := func() (string, error) {
		task, err := all.GetActiveActive(ctx, w.world, region)
		return attached(task), err
	}
	w.until("available 0", now)
	w.done(all.DeleteActiveActive(ctx, w.world, region, id))
	w.until("none", now)
}

func (w *walk) endOfActiveActive() {
	w.endDatabase(w.world, w.crdb)
	w.endSubscription(w.world)
}
