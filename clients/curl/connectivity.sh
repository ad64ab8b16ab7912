# What connects subscriptions, in one region and in several: a part of the suite. Each function is told a path below a
# subscription, or below one of its regions.
# shellcheck shell=bash disable=SC2154 # $made is the suite's

vpc='"awsAccountId": "123456789012", "vpcId": "vpc-1", "vpcCidr": "172.16.0.0/16"'
principal='"principal": "123456789012", "type": "aws_account"'

# asked PATH FILTER: what jq finds in what the task of a question found
asked() {
  local task
  call GET "$1"
  task=$(got .taskId)
  while call GET "/tasks/$task" && [ "$(got '.status | startswith("processing-") and . != "processing-in-progress"')" = false ]; do
    sleep 0.1
  done
  got ".response | if .error then .error.type else .resource | $2 end"
}

# peering PATH BODY FIELD: the name of its number differs; at Google there are no networks to change
peering() {
  local here=".. | objects | select(.$3? == "
  submit POST "$1" "$2"
  local id=$made
  until_same "the peering of $1" active asked "$1" "[${here}$id) | .status] | .[0]"
  if [[ $2 == *vpcCidr* ]]; then
    submit PUT "$1/$id" '{"vpcCidr": "172.20.0.0/16"}'
    until_same "the changed peering of $1" 172.20.0.0/16 asked "$1" "[${here}$id) | .vpcCidr] | .[0]"
  fi
  submit DELETE "$1/$id"
  until_same "the peerings of $1" 0 asked "$1" "[${here}$id)] | length"
}

gateway() {
  local all=$1/transitGateways invitation
  invitation=$(asked "$all/invitations" '.resources[0].id')
  submit PUT "$all/invitations/$invitation/accept"
  local attachment
  attachment=$all/$(asked "$all" '.tgws[0].id')/attachment
  submit POST "$attachment"
  until_same "the attachment of $1" available asked "$all" '.tgws[0].attachmentStatus'
  submit PUT "$attachment" '{"cidrs": [{"cidrAddress": "10.10.0.0/16"}]}'
  until_same "the networks of $1" 10.10.0.0/16 asked "$all" '.tgws[0].cidrs[0].cidrAddress'
  submit DELETE "$attachment"
  until_same "the attachment of $1 after its end" null asked "$all" '.tgws[0].attachmentStatus'
}

private_link() {
  local link=$1/private-link
  submit POST "$link" "{\"shareName\": \"walk\", \"alias\": \"walker\", $principal}"
  until_same "the link of $1" 'active associated' asked "$link" '"\(.status) \(.principals[0].status)"'
  submit POST "$link/principals" '{"principal": "210987654321", "type": "aws_account"}'
  until_same "the principals of $1" 2 asked "$link" '.principals | length'
  same "the script of $1" "$(asked "$link/endpoint-script?includeTerraformAwsScript=true" '.terraformAwsScript | length > 0')" true
  until_same "the connections of $1" 2 asked "$link" '.connections | length'
  submit POST "$link/connections/disassociate" \
    "{\"connections\": [$(asked "$link" '.connections[0] | {associationId, type, principalId: .ownerId} | tojson')]}"
  until_same "the connections of $1 that are left" 1 asked "$link" '.connections | length'
  submit DELETE "$link/principals" '{"principal": "210987654321"}'
  submit DELETE "$link/principals" "{$principal}"
  until_same "the principals of $1 after their end" 0 asked "$link" '.principals | length'
  submit DELETE "$link"
  until_same "the link of $1 after its end" 0 asked "$link" '.links | length'
}

private_service_connect() {
  local all=$1/private-service-connect
  submit POST "$all"
  local service=$all/$made
  until_same "the service of $1" active asked "$all" .status
  submit POST "$service" \
    '{"gcpProjectId": "shop", "gcpVpcName": "main", "gcpVpcSubnetName": "sub", "endpointConnectionName": "walk"}'
  local endpoint=$service/endpoints/$made
  same "the endpoint of $1" "$(asked "$service" '.endpoints[0].status')" initialized
  same "the script of $1" "$(asked "$endpoint/creationScripts" '.script.bash | length > 0')" true
  until_same "the built endpoint of $1" pending asked "$service" '.endpoints[0].status'
  submit PUT "$endpoint" '{"action": "accept"}'
  until_same "the accepted endpoint of $1" active asked "$service" '.endpoints[0].status'
  same "the other script of $1" "$(asked "$endpoint/deletionScripts" '.script.bash | length > 0')" true
  submit DELETE "$endpoint"
  until_same "the endpoints of $1" 0 asked "$service" '.endpoints | length'
  submit DELETE "$all"
  until_same "the service of $1 after its end" PSC_SERVICE_NOT_FOUND asked "$all" .status
}
