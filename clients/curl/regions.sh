# Active-Active subscriptions, their regions and databases: a part of the suite.
# shellcheck shell=bash disable=SC2154 # $made, $vpc and $own are the suite's

# shown DATABASE FIELD: what each region of it has there
shown() { look "$1" "[.crdbDatabases[] | \"\(.region) \($2)\"] | join(\", \")"; }

create_world() {
  submit POST /subscriptions '{
    "name": "world", "deploymentType": "active-active", "paymentMethod": "marketplace",
    "cloudProviders": [{"regions": [
      {"region": "us-east-2", "networking": {"deploymentCIDR": "10.0.2.0/24"}},
      {"region": "us-east-1", "networking": {"deploymentCIDR": "10.0.1.0/24"}}]}],
    "databases": [{"name": "planned", "datasetSizeInGb": 0.1}]}'
  world=/subscriptions/$made
  until_same 'the subscription of two regions' active look "$world" .status
  reads "$world" .deploymentType active-active
  worlds=$world/databases/$(look "$world/databases" '.subscription[0].databases[0].databaseId')
  until_same 'its planned database' active look "$worlds" .status
}

local_properties() {
  submit PUT "$worlds/regions" '{"globalDataPersistence": "aof-every-1-second",
    "regions": [{"region": "us-east-1", "dataPersistence": "none"}]}'
  until_same 'the changed database' active look "$worlds" .status
  same 'the persistence of each region' "$(shown "$worlds" .dataPersistence)" 'us-east-1 none, us-east-2 aof-every-1-second'
  submit PUT "$worlds/flush"
  until_same 'the flushed database' active look "$worlds" .status
}

# names: of the regions of the world
names() { look "$world/regions" '[.regions[].region] | join(" ")'; }

more_regions() {
  submit POST "$world/regions" '{"region": "eu-west-1", "deploymentCIDR": "10.0.3.0/24", "databases": [
    {"name": "planned", "localThroughputMeasurement": {"region": "eu-west-1", "writeOperationsPerSecond": 500, "readOperationsPerSecond": 500}}]}'
  until_same 'the regions' 'eu-west-1 us-east-1 us-east-2' names
  until_same 'the grown subscription' active look "$world" .status
  until_same 'the grown database' active look "$worlds" .status
  submit DELETE "$world/regions/" '{"regions": [{"region": "eu-west-1"}]}'
  until_same 'the regions that are left' 'us-east-1 us-east-2' names
  until_same 'the smaller subscription' active look "$world" .status
  until_same 'the smaller database' active look "$worlds" .status
}

connect_regions() {
  local region
  region=$world/regions/$(look "$world/regions" '.regions[0].regionId')
  peering "$world/regions/peerings" "{\"sourceRegion\": \"us-east-1\", \"destinationRegion\": \"eu-west-1\", $vpc}" id
  gateway "$region"
  private_link "$region"
}

# Private Service Connect is for Google alone.
google() {
  local google first
  submit POST /subscriptions '{"name": "google", "paymentMethod": "marketplace",
    "cloudProviders": [{"provider": "GCP", "regions": [{"region": "us-central1"}]}],
    "databases": [{"name": "planned", "protocol": "redis", "datasetSizeInGb": 0.1}]}'
  google=/subscriptions/$made
  until_same 'the subscription at Google' active look "$google" .status
  first=$google/databases/$(look "$google/databases" '.subscription[0].databases[0].databaseId')
  until_same 'its planned database' active look "$first" .status
  peering "$google/peerings" '{"provider": "gcp", "vpcProjectUid": "shop", "vpcNetworkName": "main"}' vpcPeeringId
  private_service_connect "$google"
  end "$first" "$google"
}
