# What connects subscriptions, and the regions of Active-Active ones: a part of the suite.
# shellcheck shell=bash disable=SC2154 # $subscription and $made are the suite's

principal=(--principal 123456789012 --type aws-account)

# asked FILTER WORDS...: what jq finds in what the task of a question found
asked() {
  local task filter=$1
  shift
  task=$(look .taskId "$@")
  until_same "the task of $*" processing-completed look .status task get "$task" >&2
  look ".response.resource | $filter" task get "$task"
}

# plain_asked FILTER PATH: the same of a plain request
plain_asked() {
  plain get "$2" '{}'
  look ".response.resource | $1" task get "$task"
}

peering() {
  local all=/subscriptions/$subscription/peerings
  plain post "$all" '{"region": "eu-west-1", "awsAccountId": "123456789012", "vpcId": "vpc-1", "vpcCidr": "172.16.0.0/16"}'
  local id=$made
  until_same 'the peering' active plain_asked '.peerings[0].status' "$all"
  plain put "$all/$id" '{"vpcCidr": "172.20.0.0/16"}'
  plain delete "$all/$id" '{}'
  until_same 'the peerings' 0 plain_asked '.peerings | length' "$all"
}

gateway() {
  local id
  id=$(asked '.resources[0].id' connectivity tgw invitations-list "$subscription")
  asked . connectivity tgw invitation-accept "$subscription" "$id" >/dev/null
  id=$(asked '.tgws[0].id' connectivity tgw attachments-list "$subscription")
  waits connectivity tgw attachment-create-with-id "$subscription" "$id"
  until_same 'the attachment' available asked '.tgws[0].attachmentStatus' connectivity tgw attachments-list "$subscription"
  waits connectivity tgw attachment-update "$subscription" --attachment-id "$id" --cidr 10.10.0.0/16
  until_same 'its networks' 10.10.0.0/16 asked '.tgws[0].cidrs[0].cidrAddress' connectivity tgw attachments-list "$subscription"
  waits connectivity tgw attachment-delete "$subscription" "$id" --force
  until_same 'the attachment after its end' null asked '.tgws[0].attachmentStatus' connectivity tgw attachments-list "$subscription"
}

private_link() {
  local link=(connectivity privatelink) its=(--subscription "$subscription")
  waits "${link[@]}" create "${its[@]}" --share-name ctl "${principal[@]}"
  until_same 'the link' 'active 1' asked '"\(.status) \(.principals | length)"' "${link[@]}" get "${its[@]}"
  asked . "${link[@]}" add-principal "${its[@]}" --principal 210987654321 --type aws-account >/dev/null
  until_same 'its principals' 2 asked '.principals | length' "${link[@]}" get "${its[@]}"
  same 'its script' "$(asked '.resourceEndpointScript | type' "${link[@]}" get-script "${its[@]}")" string
  asked . "${link[@]}" remove-principal "${its[@]}" --principal 210987654321 --type aws-account >/dev/null
  asked . "${link[@]}" remove-principal "${its[@]}" "${principal[@]}" >/dev/null
  waits "${link[@]}" delete "${its[@]}" --force
  until_same 'the link after its end' 0 asked '.links | length' "${link[@]}" get "${its[@]}"
}

# A subscription of its own, since this is for Google alone.
google() {
  plain post /subscriptions '{"name": "google", "paymentMethod": "marketplace", "cloudProviders": [
    {"provider": "GCP", "regions": [{"region": "us-central1"}]}],
    "databases": [{"name": "planned", "protocol": "redis", "datasetSizeInGb": 0.1}]}'
  local google=$made psc=(connectivity psc) service
  rested "$google"
  waits "${psc[@]}" service-create "$google"
  until_same 'the service' active asked .status "${psc[@]}" service-get "$google"
  service=$(asked .id "${psc[@]}" service-get "$google")
  waits "${psc[@]}" endpoint-create "$google" --psc-service-id "$service" --gcp-project-id shop --gcp-vpc-name main \
    --gcp-vpc-subnet-name sub --endpoint-connection-name ctl
  same 'the endpoint' "$(asked '.endpoints[0].status' "${psc[@]}" endpoints-list "$google" --psc-service-id "$service")" initialized
  local endpoint
  endpoint=$(asked '.endpoints[0].id' "${psc[@]}" endpoints-list "$google" --psc-service-id "$service")
  waits "${psc[@]}" endpoint-delete "$google" "$endpoint" --psc-service-id "$service" --force
  waits "${psc[@]}" service-delete "$google" --force
  end "$google"
}

# rested SUBSCRIPTION: waits for it and its databases
rested() {
  local id
  until_same "subscription $1" active look .status subscription get "$1"
  for id in $(databases "$1" .databaseId); do until_same "database $id" active look .status database get "$1:$id"; done
}

regions() {
  waits subscription create --name world --deployment-type active-active --payment-method marketplace --data '{
    "cloudProviders": [{"regions": [
      {"region": "us-east-1", "networking": {"deploymentCIDR": "10.0.1.0/24"}},
      {"region": "us-east-2", "networking": {"deploymentCIDR": "10.0.2.0/24"}}]}],
    "databases": [{"name": "planned", "protocol": "redis", "datasetSizeInGb": 0.1}]}'
  local world crdb
  world=$(subscription_named world)
  rested "$world"
  crdb=$world:$(databases "$world" .databaseId)
  waits database update-aa-regions "$crdb" --data '{"globalDataPersistence": "aof-every-1-second",
    "regions": [{"region": "us-east-1", "dataPersistence": "none"}]}'
  rested "$world"
  same 'the persistence of each region' none,aof-every-1-second \
    "$(look '[.crdbDatabases[].dataPersistence] | join(",")' database get "$crdb")"
  waits subscription add-aa-region "$world" --data '{"region": "eu-west-1", "deploymentCIDR": "10.0.3.0/24", "databases": [
    {"name": "planned", "localThroughputMeasurement": {"region": "eu-west-1", "writeOperationsPerSecond": 500, "readOperationsPerSecond": 500}}]}'
  rested "$world"
  same 'the regions' "$(look '[.regions[].region] | join(" ")' subscription list-aa-regions "$world")" 'eu-west-1 us-east-1 us-east-2'
  waits subscription delete-aa-regions "$world" --data '{"regions": [{"region": "eu-west-1"}]}' --force
  rested "$world"
  same 'the regions that are left' "$(look '[.regions[].region] | join(" ")' subscription list-aa-regions "$world")" 'us-east-1 us-east-2'
  end "$world"
}
