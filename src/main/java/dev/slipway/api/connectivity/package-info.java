/// What connects a subscription to networks in a cloud: VPC peerings, Transit Gateways, Private
/// Service Connect and PrivateLink. All of it is played: it has its whole life, and nothing flows.
/// Every operation has two paths, one for each type of subscription, and one command.
@NullMarked
package dev.slipway.api.connectivity;

import org.jspecify.annotations.NullMarked;
