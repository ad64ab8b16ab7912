// Package clients creates, reads, updates, waits for and deletes one of every family that the Go SDK knows.
package clients

import (
	"errors"
	"fmt"
	"os"
	"testing"
	"time"

	client "github.com/RedisLabs/rediscloud-go-api"
	"github.com/RedisLabs/rediscloud-go-api/redis"
	"github.com/RedisLabs/rediscloud-go-api/service/access_control_lists/redis_rules"
	"github.com/RedisLabs/rediscloud-go-api/service/access_control_lists/roles"
	"github.com/RedisLabs/rediscloud-go-api/service/access_control_lists/users"
	"github.com/RedisLabs/rediscloud-go-api/service/cloud_accounts"
	"github.com/RedisLabs/rediscloud-go-api/service/databases"
	"github.com/RedisLabs/rediscloud-go-api/service/maintenance"
	"github.com/RedisLabs/rediscloud-go-api/service/subscriptions"
	"github.com/RedisLabs/rediscloud-go-api/service/tags"
)

// patience is what a resource may take until it is as it should be.
const patience = time.Minute

// walk is one way through the families: each leaves here what the next ones need.
type walk struct {
	*testing.T
	api                            *client.Client
	cloudAccount, subscription, db int
	rule, role, user               int
	world, crdb                    int
}

// TestFamilies ends each family in the opposite order of its making.
func TestFamilies(t *testing.T) {
	api, err := client.NewClient(client.BaseURL(os.Getenv("REDISCLOUD_URL")), client.Logger(quiet{}))
	if err != nil {
		t.Fatal(err)
	}
	w := &walk{T: t, api: api}
	for _, family := range []struct {
		name string
		walk func()
	}{
		{"account", w.account},
		{"cloud account", w.ownCloudAccount},
		{"subscription", w.proSubscription},
		{"settings of a subscription", w.settings},
		{"database", w.database},
		{"tags", w.tags},
		{"access control", w.accessControl},
		{"end of access control", w.endOfAccessControl},
		{"backups and imports", w.transfers},
		{"peering", w.peering},
		{"transit gateway", w.transitGateway},
		{"private link", w.privateLink},
		{"private service connect", w.privateServiceConnect},
		{"active-active", w.activeActive},
		{"regions", w.regions},
		{"connectivity of regions", w.regionalConnectivity},
		{"end of active-active", w.endOfActiveActive},
		{"end of the database", w.endOfDatabase},
		{"end of the subscription", w.endOfSubscription},
		{"end of the cloud account", w.endOfCloudAccount},
	} {
		if !t.Run(family.name, func(t *testing.T) { w.T = t; family.walk() }) {
			t.Fatalf("%s failed, and what follows needs it", family.name)
		}
	}
}

func (w *walk) account() {
	ctx := w.Context()
	methods, err := w.api.Account.ListPaymentMethods(ctx)
	w.there(len(methods), err)
	regions, err := w.api.Account.ListRegions(ctx)
	w.there(len(regions), err)
	persistence, err := w.api.Account.ListDataPersistence(ctx)
	w.there(len(persistence), err)
	modules, err := w.api.Account.ListDatabaseModules(ctx)
	w.there(len(modules), err)
}

func (w *walk) ownCloudAccount() {
	id, err := w.api.CloudAccount.Create(w.Context(), cloud_accounts.CreateCloudAccount{
		Name: redis.String("go"), Provider: redis.String("AWS"),
		AccessKeyID: redis.String("AKIAGO"), AccessSecretKey: redis.String("s"),
		ConsoleUsername: redis.String("u"), ConsolePassword: redis.String("p"),
		SignInLoginURL: redis.String("https://example.org"),
	})
	w.done(err)
	w.cloudAccount = id
	w.until("active go", w.cloudAccountNow)
	w.done(w.api.CloudAccount.Update(w.Context(), id, cloud_accounts.UpdateCloudAccount{
		Name: redis.String("went"), AccessKeyID: redis.String("AKIAGO"), AccessSecretKey: redis.String("s"),
		ConsoleUsername: redis.String("u"), ConsolePassword: redis.String("p"),
		SignInLoginURL: redis.String("https://example.org"),
	}))
	w.until("active went", w.cloudAccountNow)
	all, err := w.api.CloudAccount.List(w.Context())
	w.there(len(all), err)
}

func (w *walk) cloudAccountNow() (string, error) {
	it, err := w.api.CloudAccount.Get(w.Context(), w.cloudAccount)
	if err != nil {
		return "", err
	}
	return redis.StringValue(it.Status) + " " + redis.StringValue(it.Name), nil
}

func (w *walk) proSubscription() {
	id, err := w.api.Subscription.Create(w.Context(), subscriptions.CreateSubscription{
		Name: redis.String("go"), DryRun: redis.Bool(false),
		PaymentMethod: redis.String("marketplace"), MemoryStorage: redis.String("ram"),
		CloudProviders: []*subscriptions.CreateCloudProvider{{
			Provider: redis.String("AWS"), CloudAccountID: redis.Int(w.cloudAccount),
			Regions: []*subscriptions.CreateRegion{{
				Region:     redis.String("eu-west-1"),
				Networking: &subscriptions.CreateNetworking{DeploymentCIDR: redis.String("10.0.0.0/24")},
			}},
		}},
		Databases: []*subscriptions.CreateDatabase{{
			Name: redis.String("creation-plan-db-1"), Protocol: redis.String("redis"),
			DatasetSizeInGB: redis.Float64(0.1), Replication: redis.Bool(false), Quantity: redis.Int(1),
			ThroughputMeasurement: &subscriptions.CreateThroughput{
				By: redis.String("operations-per-second"), Value: redis.Int(1000)},
		}},
	})
	w.done(err)
	w.subscription = id
	w.until("active go", w.now(id))
	planned := w.onlyDatabase(id)
	w.until("active creation-plan-db-1", w.databaseNow(id, planned))
	w.endDatabase(id, planned)
	w.done(w.api.Subscription.Update(w.Context(), id, subscriptions.UpdateSubscription{Name: redis.String("went")}))
	w.until("active went", w.now(id))
	all, err := w.api.Subscription.List(w.Context())
	w.there(len(all), err)
}

// now tells how a subscription is.
func (w *walk) now(id int) func() (string, error) {
	return func() (string, error) {
		it, err := w.api.Subscription.Get(w.Context(), id)
		if err != nil {
			return "", err
		}
		return redis.StringValue(it.Status) + " " + redis.StringValue(it.Name), nil
	}
}

func (w *walk) onlyDatabase(subscription int) int {
	list := w.api.Database.List(w.Context(), subscription)
	var ids []int
	for list.Next() {
		ids = append(ids, redis.IntValue(list.Value().ID))
	}
	w.done(list.Err())
	w.same(len(ids), 1)
	return ids[0]
}

func (w *walk) settings() {
	ctx := w.Context()
	w.done(w.api.Maintenance.Update(ctx, w.subscription, maintenance.Maintenance{
		Mode: redis.String("manual"),
		Windows: []*maintenance.Window{{
			StartHour: redis.Int(2), DurationInHours: redis.Int(4), Days: []*string{redis.String("Monday")},
		}},
	}))
	hours, err := w.api.Maintenance.Get(ctx, w.subscription)
	w.done(err)
	w.same(redis.StringValue(hours.Mode), "manual")
	_, err = w.api.Pricing.List(ctx, w.subscription)
	w.done(err)
	w.done(w.api.Subscription.UpdateCIDRAllowlist(ctx, w.subscription,
		subscriptions.UpdateCIDRAllowlist{CIDRIPs: []*string{redis.String("10.1.0.0/16")}}))
	allowed, err := w.api.Subscription.GetCIDRAllowlist(ctx, w.subscription)
	w.done(err)
	w.same(len(allowed.CIDRIPs), 1)
	versions, err := w.api.Subscription.GetRedisVersions(ctx, w.subscription)
	w.done(err)
	w.there(len(versions.RedisVersions), err)
}

func (w *walk) database() {
	ctx := w.Context()
	id, err := w.api.Database.Create(ctx, w.subscription, databases.CreateDatabase{
		DryRun: redis.Bool(false), Name: redis.String("go"), Protocol: redis.String("redis"),
		DatasetSizeInGB: redis.Float64(0.1), DataPersistence: redis.String("none"),
		DataEvictionPolicy: redis.String("volatile-lru"), Replication: redis.Bool(false),
		ThroughputMeasurement: &databases.CreateThroughputMeasurement{
			By: redis.String("operations-per-second"), Value: redis.Int(1000)},
	})
	w.done(err)
	w.db = id
	w.until("active go", w.databaseNow(w.subscription, id))
	w.done(w.api.Database.Update(ctx, w.subscription, id, databases.UpdateDatabase{
		Name: redis.String("went"), DatasetSizeInGB: redis.Float64(0.2), Alerts: &[]*databases.Alert{},
		ThroughputMeasurement: &databases.UpdateThroughputMeasurement{
			By: redis.String("operations-per-second"), Value: redis.Int(1000)},
	}))
	w.until("active went", w.databaseNow(w.subscription, id))
	made, err := w.api.Database.Get(ctx, w.subscription, id)
	w.done(err)
	w.same(redis.Float64Value(made.DatasetSizeInGB), 0.2)
	w.same(len(redis.StringValue(made.Security.Password)), 32)
	w.same(made.ThroughputMeasurement != nil && made.Clustering != nil && made.ActivatedOn != nil, true)
	w.same(w.onlyDatabase(w.subscription), id)
}

func (w *walk) databaseNow(subscription, id int) func() (string, error) {
	return func() (string, error) {
		it, err := w.api.Database.Get(w.Context(), subscription, id)
		if err != nil {
			return "", err
		}
		return redis.StringValue(it.Status) + " " + redis.StringValue(it.Name), nil
	}
}

func (w *walk) tags() {
	ctx := w.Context()
	w.done(w.api.Tags.Put(ctx, w.subscription, w.db, tags.AllTags{
		Tags: &[]*tags.Tag{{Key: redis.String("stage"), Value: redis.String("go")}}}))
	all, err := w.api.Tags.Get(ctx, w.subscription, w.db)
	w.done(err)
	w.same(len(*all.Tags), 1)
	w.done(w.api.Tags.Put(ctx, w.subscription, w.db, tags.AllTags{Tags: &[]*tags.Tag{}}))
}

func (w *walk) accessControl() {
	ctx := w.Context()
	rule := func(words string) redis_rules.CreateRedisRuleRequest {
		return redis_rules.CreateRedisRuleRequest{Name: redis.String("go"), RedisRule: redis.String(words)}
	}
	var err error
	w.rule, err = w.api.RedisRules.Create(ctx, rule("+@read ~go:*"))
	w.done(err)
	w.until("active +@read ~go:*", w.ruleNow)
	w.done(w.api.RedisRules.Update(ctx, w.rule, rule("+@read ~*")))
	w.until("active +@read ~*", w.ruleNow)

	role := roles.CreateRoleRequest{Name: redis.String("go"), RedisRules: []*roles.CreateRuleInRoleRequest{{
		RuleName: redis.String("go"),
		Databases: []*roles.CreateDatabaseInRuleInRoleRequest{{
			SubscriptionId: redis.Int(w.subscription), DatabaseId: redis.Int(w.db)}},
	}}}
	w.role, err = w.api.Roles.Create(ctx, role)
	w.done(err)
	w.until("active go", w.roleNow)
	w.user, err = w.api.Users.Create(ctx, users.CreateUserRequest{
		Name: redis.String("gopher"), Role: redis.String("go"), Password: redis.String("Go-And-Go-1")})
	w.done(err)
	w.until("active go", w.userNow)
	role.Name = redis.String("went")
	w.done(w.api.Roles.Update(ctx, w.role, role))
	w.until("active went", w.roleNow)
	w.until("active went", w.userNow)
	w.done(w.api.Users.Update(ctx, w.user, users.UpdateUserRequest{Password: redis.String("Went-And-Went-1")}))
	w.until("active went", w.userNow)
}

func (w *walk) ruleNow() (string, error) {
	it, err := w.api.RedisRules.Get(w.Context(), w.rule)
	if err != nil {
		return "", err
	}
	return redis.StringValue(it.Status) + " " + redis.StringValue(it.ACL), nil
}

func (w *walk) roleNow() (string, error) {
	it, err := w.api.Roles.Get(w.Context(), w.role)
	if err != nil {
		return "", err
	}
	return redis.StringValue(it.Status) + " " + redis.StringValue(it.Name), nil
}

func (w *walk) userNow() (string, error) {
	it, err := w.api.Users.Get(w.Context(), w.user)
	if err != nil {
		return "", err
	}
	return redis.StringValue(it.Status) + " " + redis.StringValue(it.Role), nil
}

func (w *walk) endOfAccessControl() {
	ctx := w.Context()
	w.done(w.api.Users.Delete(ctx, w.user))
	gone[*users.NotFound](w, w.userNow)
	w.done(w.api.Roles.Delete(ctx, w.role))
	gone[*roles.NotFound](w, w.roleNow)
	w.done(w.api.RedisRules.Delete(ctx, w.rule))
	gone[*redis_rules.NotFound](w, w.ruleNow)
}

// transfers asks how they went; what may be transferred is for the data plane.
func (w *walk) transfers() {
	ctx := w.Context()
	backup, err := w.api.LatestBackup.Get(ctx, w.subscription, w.db)
	w.done(err)
	w.same(redis.StringValue(backup.Status), "processing-completed")
	imported, err := w.api.LatestImport.Get(ctx, w.subscription, w.db)
	w.done(err)
	w.same(redis.StringValue(imported.Status), "processing-completed")
}

func (w *walk) endOfDatabase() {
	w.endDatabase(w.subscription, w.db)
}

func (w *walk) endDatabase(subscription, id int) {
	w.done(w.api.Database.Delete(w.Context(), subscription, id))
	gone[*databases.NotFound](w, w.databaseNow(subscription, id))
}

func (w *walk) endOfSubscription() {
	w.endSubscription(w.subscription)
}

func (w *walk) endSubscription(id int) {
	w.done(w.api.Subscription.Delete(w.Context(), id))
	gone[*subscriptions.NotFound](w, w.now(id))
}

func (w *walk) endOfCloudAccount() {
	w.done(w.api.CloudAccount.Delete(w.Context(), w.cloudAccount))
	gone[*cloud_accounts.NotFound](w, w.cloudAccountNow)
}

// checks counts what was found to be as it should be.
var checks int

func (w *walk) done(err error) {
	w.Helper()
	if err != nil {
		w.Fatal(err)
	}
	checks++
}

func (w *walk) there(number int, err error) {
	w.Helper()
	w.done(err)
	if number == 0 {
		w.Fatal("is empty")
	}
}

func (w *walk) same(is, should any) {
	w.Helper()
	if is != should {
		w.Fatalf("is %v, should be %v", is, should)
	}
	checks++
}

// until asks until the answer is that.
func (w *walk) until(should string, ask func() (string, error)) {
	w.Helper()
	var is string
	var err error
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		if is, err = ask(); err != nil || is == should {
			break
		}
	}
	w.done(err)
	w.same(is, should)
}

// gone asks until the SDK says in its own words that nothing is there.
func gone[NotFound error](w *walk, ask func() (string, error)) {
	w.Helper()
	var is string
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(200 * time.Millisecond) {
		var err error
		var absent NotFound
		if is, err = ask(); errors.As(err, &absent) {
			checks++
			return
		} else if err != nil {
			w.Fatal(err)
		}
	}
	w.Fatalf("is still there: %s", is)
}

// quiet keeps the SDK's log of its polls out of the words of a failure.
type quiet struct{}

func (quiet) Printf(string, ...any) {}
func (quiet) Println(...any)        {}

// TestMain ends with the line that the runner of the suites wants.
func TestMain(m *testing.M) {
	code := m.Run()
	if code == 0 {
		fmt.Println("passed", checks, "checks")
	}
	os.Exit(code)
}
