package clients

import (
	"fmt"

	"github.com/RedisLabs/rediscloud-go-api/redis"
	"github.com/RedisLabs/rediscloud-go-api/service/privatelink"
	"github.com/RedisLabs/rediscloud-go-api/service/psc"
	"github.com/RedisLabs/rediscloud-go-api/service/subscriptions"
	"github.com/RedisLabs/rediscloud-go-api/service/transit_gateway/attachments"
)

const awsAccount = "123456789012"

func (w *walk) peering() {
	ctx := w.Context()
	id, err := w.api.Subscription.CreateVPCPeering(ctx, w.subscription, subscriptions.CreateVPCPeering{
		Region: redis.String("eu-west-1"), AWSAccountID: redis.String(awsAccount),
		VPCId: redis.String("vpc-1"), VPCCidr: redis.String("172.16.0.0/16"),
	})
	w.done(err)
	now := func() (string, error) {
		all, err := w.api.Subscription.ListVPCPeering(ctx, w.subscription)
		for _, each := range all {
			if redis.IntValue(each.ID) == id {
				return redis.StringValue(each.Status) + " " + redis.StringValue(each.VPCCidr), nil
			}
		}
		return "none", err
	}
	w.until("active 172.16.0.0/16", now)
	w.done(w.api.Subscription.DeleteVPCPeering(ctx, w.subscription, id))
	w.until("none", now)
}

func (w *walk) transitGateway() {
	ctx := w.Context()
	all := w.api.TransitGatewayAttachments
	invitations, err := all.ListInvitations(ctx, w.subscription)
	w.there(len(invitations), err)
	w.done(all.AcceptInvitation(ctx, w.subscription, redis.IntValue(invitations[0].Id)))
	task, err := all.Get(ctx, w.subscription)
	w.done(err)
	id := redis.IntValue(task.Response.Resource.TransitGatewayAttachment[0].Id)
	_, err = all.Create(ctx, w.subscription, id)
	w.done(err)
	now := func() (string, error) {
		task, err := all.Get(ctx, w.subscription)
		return attached(task), err
	}
	w.until("available 0", now)
	w.done(all.Update(ctx, w.subscription, id, []*string{redis.String("10.10.0.0/16")}))
	w.until("available 1", now)
	w.done(all.Delete(ctx, w.subscription, id))
	w.until("none", now)
}

// attached tells how the attachment is and how many networks it has.
func attached(task *attachments.GetAttachmentsTask) string {
	if task == nil || task.Response == nil || task.Response.Resource == nil {
		return "nothing"
	}
	for _, each := range task.Response.Resource.TransitGatewayAttachment {
		if each.AttachmentStatus != nil {
			return fmt.Sprint(redis.StringValue(each.AttachmentStatus), " ", len(each.Cidrs))
		}
	}
	return "none"
}

func (w *walk) privateLink() {
	ctx := w.Context()
	all := w.api.PrivateLink
	w.done(all.CreatePrivateLink(ctx, w.subscription, link()))
	now := func() (string, error) {
		it, err := all.GetPrivateLink(ctx, w.subscription)
		return linked(it), err
	}
	w.until("active 1", now)
	other := redis.String("210987654321")
	w.done(all.CreatePrincipal(ctx, w.subscription, privatelink.CreatePrivateLinkPrincipal{
		Principal: other, PrincipalType: redis.String("aws_account"), PrincipalAlias: redis.String("other")}))
	w.until("active 2", now)
	script, err := all.GetPrivateLinkEndpointScript(ctx, w.subscription)
	w.done(err)
	w.same(script.TerraformAwsScript != nil, true)
	for _, principal := range []string{*other, awsAccount} {
		w.done(all.DeletePrincipal(ctx, w.subscription, principal))
	}
	w.until("active 0", now)
	w.done(all.DeletePrivateLink(ctx, w.subscription))
	gone[*privatelink.NotFound](w, now)
}

func link() privatelink.CreatePrivateLink {
	return privatelink.CreatePrivateLink{
		ShareName: redis.String("go"), Principal: redis.String(awsAccount),
		PrincipalType: redis.String("aws_account"), PrincipalAlias: redis.String("gopher"),
	}
}

// linked tells how a link is and how many principals it has.
func linked(it *privatelink.PrivateLink) string {
	if it == nil {
		return "nothing"
	}
	return fmt.Sprint(redis.StringValue(it.Status), " ", len(it.Principals))
}

// privateServiceConnect has a subscription of its own, since it is for Google Cloud alone.
func (w *walk) privateServiceConnect() {
	ctx := w.Context()
	subscription, err := w.api.Subscription.Create(ctx, subscriptions.CreateSubscription{
		Name: redis.String("google"), PaymentMethod: redis.String("marketplace"),
		CloudProviders: []*subscriptions.CreateCloudProvider{{
			Provider: redis.String("GCP"), CloudAccountID: redis.Int(1),
			Regions: []*subscriptions.CreateRegion{{
				Region:     redis.String("us-central1"),
				Networking: &subscriptions.CreateNetworking{DeploymentCIDR: redis.String("10.0.4.0/24")},
			}},
		}},
		Databases: []*subscriptions.CreateDatabase{{
			Name: redis.String("google"), Protocol: redis.String("redis"), DatasetSizeInGB: redis.Float64(0.1),
			Replication: redis.Bool(false), Quantity: redis.Int(1),
			ThroughputMeasurement: &subscriptions.CreateThroughput{
				By: redis.String("operations-per-second"), Value: redis.Int(1000)},
		}},
	})
	w.done(err)
	w.until("active google", w.now(subscription))
	database := w.onlyDatabase(subscription)
	w.until("active google", w.databaseNow(subscription, database))

	all := w.api.PrivateServiceConnect
	service, err := all.CreateService(ctx, subscription)
	w.done(err)
	serviceNow := func() (string, error) {
		it, err := all.GetService(ctx, subscription)
		if err != nil {
			return "", err
		}
		return redis.StringValue(it.Status), nil
	}
	w.until("active", serviceNow)
	w.endpoint(subscription, service)
	w.done(all.DeleteService(ctx, subscription))
	gone[*psc.NotFound](w, serviceNow)
	w.endDatabase(subscription, database)
	w.endSubscription(subscription)
}

// endpoint is initialized until its script is fetched, pending until it is accepted, and then active.
func (w *walk) endpoint(subscription, service int) {
	ctx := w.Context()
	all := w.api.PrivateServiceConnect
	id, err := all.CreateEndpoint(ctx, subscription, service, psc.CreatePrivateServiceConnectEndpoint{
		GCPProjectID: redis.String("shop"), GCPVPCName: redis.String("main"),
		GCPVPCSubnetName: redis.String("sub"), EndpointConnectionName: redis.String("redis"),
	})
	w.done(err)
	now := func() (string, error) {
		it, err := all.GetEndpoints(ctx, subscription, service)
		if err != nil {
			return "", err
		}
		for _, each := range it.Endpoints {
			if redis.IntValue(each.ID) == id {
				return redis.StringValue(each.Status), nil
			}
		}
		return "none", nil
	}
	w.until("initialized", now)
	made, err := all.GetEndpointCreationScripts(ctx, subscription, service, id, true)
	w.done(err)
	w.same(len(made.Script.TerraformGcp.ServiceAttachments), 1)
	_, err = all.GetEndpointCreationScripts(ctx, subscription, service, id, false)
	w.done(err)
	w.until("pending", now)
	w.done(all.UpdateEndpoint(ctx, subscription, service, id,
		&psc.UpdatePrivateServiceConnectEndpoint{Action: redis.String(psc.EndpointActionAccept)}))
	w.until("active", now)
	_, err = all.GetEndpointDeletionScripts(ctx, subscription, service, id)
	w.done(err)
	w.done(all.DeleteEndpoint(ctx, subscription, service, id))
	w.until("none", now)
}
